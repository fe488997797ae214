package dev.plumbline.torch;

/** Suppression of boxes that overlap better ones, from the best box of each class to the worst. */
final class SuppressionText {
    private SuppressionText() {}

    static String suppression(NodeText n) {
        int count = n.shape(0).get(1);
        String sorted = n.let("torch.sort(" + n.in(1) + ", -1, True)");
        String scores = n.let("(" + sorted + ")[0]");
        String order = n.let("(" + sorted + ")[1]");
        String overlap = overlap(n);
        // (N, classes, boxes, boxes), both in order of their scores
        String byRow = n.let("torch.gather(torch.expand(torch.unsqueeze(" + overlap + ", 1), [-1, torch.size(" + order
                + ", 1), -1, -1]), 2, torch.expand(torch.unsqueeze(" + order + ", 3), [-1, -1, -1, " + count + "]))");
        String both = n.let("torch.gather(" + byRow + ", 3, torch.expand(torch.unsqueeze(" + order + ", 2), [-1, -1, "
                + count + ", -1]))");
        String limit = n.has(3) ? "float(torch.reshape(" + n.in(3) + ", []))" : "0.";
        String hides = n.let("torch.triu(torch.gt(" + both + ", " + limit + "), 1)");
        String kept = n.let(
                n.has(4)
                        ? "torch.gt(" + scores + ", torch.reshape(" + n.in(4) + ", []))"
                        : "torch.ones_like(" + scores + ", dtype=11)");
        for (int i = 0; i < count - 1; i++) {
            kept = n.let("torch.logical_and(" + kept + ", torch.logical_not(torch.logical_and(torch.slice(" + kept
                    + ", 2, " + i + ", " + (i + 1) + "), torch.select(" + hides + ", 2, " + i + "))))");
        }
        String most = n.has(2) ? "int(torch.reshape(" + n.in(2) + ", []))" : "0";
        String first = n.let("torch.nonzero(torch.logical_and(" + kept + ", torch.le(torch.cumsum(" + kept + ", 2), "
                + most + ")))");
        String box = n.let("torch.index(" + order + ", [torch.select(" + first + ", 1, 0), torch.select(" + first
                + ", 1, 1), torch.select(" + first + ", 1, 2)])");
        return "torch.cat([torch.slice(" + first + ", 1, 0, 2), torch.unsqueeze(" + box + ", 1)], 1)";
    }

    /** The intersection of each two boxes over their union, {@code (N, boxes, boxes)}. */
    private static String overlap(NodeText n) {
        boolean centred = n.integer("center_point_box", 0) == 1;
        String[] low = new String[2];
        String[] high = new String[2];
        for (int axis = 0; axis < 2; axis++) {
            String a = n.let("torch.select(" + n.in(0) + ", 2, " + axis + ")");
            String b = n.let("torch.select(" + n.in(0) + ", 2, " + (axis + 2) + ")");
            String half = n.let("torch.div(" + b + ", 2)");
            low[axis] = n.let(centred ? "torch.sub(" + a + ", " + half + ")" : "torch.minimum(" + a + ", " + b + ")");
            high[axis] = n.let(centred ? "torch.add(" + a + ", " + half + ")" : "torch.maximum(" + a + ", " + b + ")");
        }
        String area = n.let(
                "torch.mul(torch.sub(" + high[0] + ", " + low[0] + "), torch.sub(" + high[1] + ", " + low[1] + "))");
        String common = n.let("torch.mul(" + shared(n, low[0], high[0]) + ", " + shared(n, low[1], high[1]) + ")");
        String union = n.let("torch.sub(torch.add(torch.unsqueeze(" + area + ", 1), torch.unsqueeze(" + area + ", 2)), "
                + common + ")");
        return n.let("torch.nan_to_num(torch.div(" + common + ", " + union + "), 0.)");
    }

    private static String shared(NodeText n, String low, String high) {
        return n.let("torch.relu(torch.sub(torch.minimum(torch.unsqueeze(" + high + ", 1), torch.unsqueeze(" + high
                + ", 2)), torch.maximum(torch.unsqueeze(" + low + ", 1), torch.unsqueeze(" + low + ", 2))))");
    }
}
