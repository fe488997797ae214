package dev.plumbline.torch;

/** Positions as rotations of pairs of values: halves of each head, or neighbours where {@code interleaved} = 1. */
final class RotaryText {
    private RotaryText() {}

    static String rotary(NodeText n) {
        boolean flat = n.shape(0).rank() == 3;
        String x = flat
                ? n.let("torch.unflatten(" + n.in(0) + ", 2, [" + n.integer("num_heads", 1) + ", -1])")
                : n.let("torch.transpose(" + n.in(0) + ", 1, 2)");
        int head = flat
                ? n.shape(0).get(2) / n.integer("num_heads", 1)
                : n.shape(0).get(3);
        int turned = n.integer("rotary_embedding_dim", 0) == 0 ? head : n.integer("rotary_embedding_dim", 0);
        String cos = cache(n, 1);
        String sin = cache(n, 2);
        String part = turned == head ? x : n.let("torch.slice(" + x + ", 3, 0, " + turned + ")");
        boolean neighbours = n.integer("interleaved", 0) == 1;
        String a;
        String b;
        if (neighbours) {
            a = n.let("torch.slice(" + part + ", 3, 0, " + turned + ", 2)");
            b = n.let("torch.slice(" + part + ", 3, 1, " + turned + ", 2)");
        } else {
            a = n.let("torch.slice(" + part + ", 3, 0, " + turned / 2 + ")");
            b = n.let("torch.slice(" + part + ", 3, " + turned / 2 + ", " + turned + ")");
        }
        String real = n.let("torch.sub(torch.mul(" + cos + ", " + a + "), torch.mul(" + sin + ", " + b + "))");
        String imaginary = n.let("torch.add(torch.mul(" + sin + ", " + a + "), torch.mul(" + cos + ", " + b + "))");
        String both = neighbours
                ? n.let("torch.flatten(torch.stack([" + real + ", " + imaginary + "], -1), 3)")
                : n.let("torch.cat([" + real + ", " + imaginary + "], 3)");
        String all = turned == head
                ? both
                : n.let("torch.cat([" + both + ", torch.slice(" + x + ", 3, " + turned + ", " + head + ")], 3)");
        return flat ? "torch.flatten(" + all + ", 2)" : "torch.transpose(" + all + ", 1, 2)";
    }

    /** Cosines or sines of each step, {@code (N, steps, 1, turned / 2)}; with positions picked from a table. */
    private static String cache(NodeText n, int index) {
        String table = n.has(3) ? "torch.embedding(" + n.in(index) + ", " + n.in(3) + ")" : n.in(index);
        return n.let("torch.unsqueeze(" + table + ", 2)");
    }
}
