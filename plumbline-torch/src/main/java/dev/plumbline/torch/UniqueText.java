package dev.plumbline.torch;

/** Unique: libtorch sorts; the order of first appearance follows from where each value is first. */
final class UniqueText {
    private UniqueText() {}

    static String unique(NodeText n) {
        boolean along = n.attributes().has("axis");
        int axis = along ? n.axis("axis", 0, n.shape(0).rank()) : 0;
        String x = along ? n.in(0) : n.let("torch.reshape(" + n.in(0) + ", [-1])");
        String found = n.let(
                along
                        ? "torch.unique_dim(" + x + ", " + axis + ", True, True, True)"
                        : "torch._unique2(" + x + ", True, True, True)");
        String values = n.let("(" + found + ")[0]");
        String which = n.let("(" + found + ")[1]");
        String counts = n.let("(" + found + ")[2]");
        String all = n.let("torch.size(" + x + ", " + axis + ")");
        String first = n.let("torch.scatter_reduce(torch.full_like(" + counts + ", " + all + "), 0, " + which
                + ", torch.arange(" + all + "), \"amin\")");
        if (n.integer("sorted", 1) == 1) {
            return outputs(n, values, first, which, counts);
        }
        String order = n.let("torch.argsort(" + first + ")");
        String rank = n.let("torch.argsort(" + order + ")");
        return outputs(
                n,
                "torch.index_select(" + values + ", " + axis + ", " + order + ")",
                "torch.index_select(" + first + ", 0, " + order + ")",
                "torch.index_select(" + rank + ", 0, " + which + ")",
                "torch.index_select(" + counts + ", 0, " + order + ")");
    }

    private static String outputs(NodeText n, String values, String first, String which, String counts) {
        n.gives(1, first);
        n.gives(2, which);
        n.gives(3, counts);
        return "torch.alias(" + values + ")";
    }
}
