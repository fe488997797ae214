package dev.plumbline.torch;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same values with other sizes or in another order. */
final class ShapeText {
    private ShapeText() {}

    static void rows(Translations table) {
        table.row("Flatten", ShapeText::flatten);
        table.row("Reshape", ShapeText::reshape);
        table.row("Transpose", ShapeText::transpose);
        table.row("Concat", n -> "torch.cat([" + String.join(", ", n.inputs()) + "], " + n.integer("axis", 1) + ")");
    }

    private static String flatten(NodeText n) {
        int rank = n.shape(0).rank();
        int axis = n.integer("axis", 1);
        int split = axis < 0 ? axis + rank : axis;
        if (split == 1 && rank > 1) {
            return "torch.flatten(" + n.in(0) + ", 1)";
        }
        return reshape(n);
    }

    private static String reshape(NodeText n) {
        return "torch.reshape(" + n.in(0) + ", "
                + Arrays.toString(n.outputShape().toArray()) + ")";
    }

    private static String transpose(NodeText n) {
        int rank = n.shape(0).rank();
        String order = n.attributes()
                .integers("perm")
                .map(Object::toString)
                .orElseGet(() -> IntStream.range(0, rank)
                        .mapToObj(i -> String.valueOf(rank - 1 - i))
                        .collect(Collectors.joining(", ", "[", "]")));
        return "torch.permute(" + n.in(0) + ", " + order + ")";
    }
}
