package dev.plumbline.torch;

/** What layers of neural networks compute: convolution, pooling, recurrence. */
final class LayerText {
    private LayerText() {}

    static void rows(Translations table) {
        table.row("Dropout", LayerText::dropout);
        RecurrentText.rows(table);
    }

    /** With the step's own random numbers, so that nothing else in the process can disturb a seeded run. */
    private static String dropout(NodeText n) {
        double ratio = n.number("ratio", 0.5);
        if (!n.training() || ratio == 0) {
            if (n.wants(1)) {
                n.gives(1, "torch.ones_like(" + n.in(0) + ", dtype=11)");
            }
            return "torch.alias(" + n.in(0) + ")";
        }
        String keep = ProgramText.literal(1 - ratio);
        String mask =
                n.let("torch.bernoulli(torch.detach(" + n.in(0) + "), " + keep + ", generator=" + n.generator() + ")");
        if (n.wants(1)) {
            n.gives(1, "torch.to(" + mask + ", 11)");
        }
        return "torch.mul(" + n.in(0) + ", torch.div_(" + mask + ", " + keep + "))";
    }
}
