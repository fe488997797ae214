package dev.plumbline.cli.step;

import dev.plumbline.data.Shape;
import java.util.Arrays;
import java.util.List;

/** A shape with open sizes: {@code (16, 10)}, {@code (N, *)}; N is the batch's size, * any. */
record ShapePattern(List<String> sizes) {
    /** @throws dev.plumbline.UnusableInputException if it is none */
    static ShapePattern parse(String text) {
        String inner = text.replaceAll("^[(\\[]\\s*|\\s*[)\\]]$", "");
        List<String> sizes = inner.isEmpty()
                ? List.of()
                : Arrays.stream(inner.split("\\s*[,x]\\s*|\\s+", -1)).toList();
        if (!sizes.stream().allMatch(size -> size.matches("[0-9]{1,9}|N|\\*"))) {
            throw WrongCommand.of(
                    "break shape",
                    "a shape like (N, 10) or (*, 8, 8)",
                    "\"" + text + "\"",
                    "N is the batch's size, * any.");
        }
        return new ShapePattern(sizes);
    }

    boolean matches(Shape shape, int batch) {
        if (shape.rank() != sizes.size()) {
            return false;
        }
        for (int axis = 0; axis < sizes.size(); axis++) {
            String size = sizes.get(axis);
            int expected = size.equals("N") ? batch : size.equals("*") ? shape.get(axis) : Integer.parseInt(size);
            if (shape.get(axis) != expected) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "(" + String.join(", ", sizes) + ")";
    }
}
