package dev.plumbline.torch;

import java.util.Arrays;

/** Values picked or placed by their positions. */
final class IndexingText {
    private IndexingText() {}

    static void rows(Translations table) {
        table.row("Gather", IndexingText::gather);
    }

    private static String gather(NodeText n) {
        int rank = n.shape(0).rank();
        int axis = n.integer("axis", 0) < 0 ? n.integer("axis", 0) + rank : n.integer("axis", 0);
        if (axis == 0 && rank == 2) {
            return "torch.embedding(" + n.in(0) + ", " + n.in(1) + ")";
        }
        String flat = n.let("torch.index_select(" + n.in(0) + ", " + axis + ", torch.reshape(" + n.in(1) + ", [-1]))");
        return "torch.reshape(" + flat + ", " + Arrays.toString(n.outputShape().toArray()) + ")";
    }
}
