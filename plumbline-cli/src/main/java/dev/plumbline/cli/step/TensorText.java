package dev.plumbline.cli.step;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor's values as lines: its last two axes as a table, the middle of a long axis left out. A {@link Slice} shows
 * what is left out.
 */
final class TensorText {
    /** A longer axis of a table is shortened to three at each end. */
    private static final int LONGEST = 8;

    private static final int ENDS = 3;

    /** An axis outside the table is shortened to its first and last. */
    private static final int OUTER = 2;

    private static final String GAP = "...";

    private final Tensor tensor;
    private final List<String> lines = new ArrayList<>();
    private int width;

    private TensorText(Tensor tensor) {
        this.tensor = tensor;
    }

    static List<String> of(Tensor tensor) {
        if (tensor.elements() == 0) {
            return List.of("  no values");
        }
        TensorText text = new TensorText(tensor);
        text.measure();
        text.block(0, 0, "");
        return text.lines;
    }

    private void measure() {
        Shape shape = tensor.shape();
        int rank = shape.rank();
        int inner = rank == 0 ? 1 : shape.get(-1);
        for (int i = 0; i < tensor.elements(); i++) {
            if (isShown(i % inner, inner)) {
                width = Math.max(width, Figures.of(tensor.get(i)).length());
            }
        }
    }

    private static boolean isShown(int index, int size) {
        return size <= LONGEST || index < ENDS || index >= size - ENDS;
    }

    /** Everything below some axes' indices. */
    private void block(int axis, int offset, String place) {
        Shape shape = tensor.shape();
        if (shape.rank() - axis <= 2) {
            if (!place.isEmpty()) {
                lines.add("  [" + place + "]");
            }
            table(axis, offset);
            return;
        }
        int size = shape.get(axis);
        for (int i = 0; i < size; i++) {
            if (size <= OUTER || i == 0 || i == size - 1) {
                block(axis + 1, offset * size + i, place.isEmpty() ? String.valueOf(i) : place + ", " + i);
            } else if (i == 1) {
                lines.add("  " + GAP);
            }
        }
    }

    private void table(int axis, int offset) {
        Shape shape = tensor.shape();
        int rows = shape.rank() - axis == 2 ? shape.get(axis) : 1;
        int columns = shape.rank() == 0 ? 1 : shape.get(-1);
        for (int row = 0; row < rows; row++) {
            if (isShown(row, rows)) {
                lines.add(row(offset * rows + row, columns));
            } else if (row == ENDS) {
                lines.add("  " + GAP);
            }
        }
    }

    private String row(int row, int columns) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < columns; column++) {
            if (isShown(column, columns)) {
                String value = Figures.of(tensor.get(row * columns + column));
                line.append(' ').append(" ".repeat(width - value.length())).append(value);
            } else if (column == ENDS) {
                line.append(' ').append(GAP);
            }
        }
        return line.toString();
    }
}
