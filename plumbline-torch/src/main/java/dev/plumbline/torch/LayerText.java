package dev.plumbline.torch;

/** What layers of neural networks compute: products, convolution, pooling, recurrence. */
final class LayerText {
    private LayerText() {}

    static void rows(Translations table) {
        table.row("Gemm", LayerText::gemm);
        table.call("MatMul", "matmul");
        table.row("Dropout", LayerText::dropout);
        table.row("LSTM", LstmText::lstm);
    }

    private static String gemm(NodeText n) {
        double alpha = n.number("alpha", 1);
        double beta = n.number("beta", 1);
        boolean transA = n.integer("transA", 0) == 1;
        boolean transB = n.integer("transB", 0) == 1;
        boolean vector = !n.has(2) || n.shape(2).rank() == 1;
        if (alpha == 1 && beta == 1 && !transA && transB && vector) {
            return "torch.linear(" + n.in(0) + ", " + n.in(1) + ", " + n.in(2) + ")";
        }
        String a = transA ? "torch.t(" + n.in(0) + ")" : n.in(0);
        String b = transB ? "torch.t(" + n.in(1) + ")" : n.in(1);
        if (!n.has(2)) {
            return "torch.mul(torch.mm(" + a + ", " + b + "), " + ProgramText.literal(alpha) + ")";
        }
        return "torch.addmm(" + n.in(2) + ", " + a + ", " + b + ", beta=" + ProgramText.literal(beta) + ", alpha="
                + ProgramText.literal(alpha) + ")";
    }

    /** With the step's own random numbers, so that nothing else in the process can disturb a seeded run. */
    private static String dropout(NodeText n) {
        double ratio = n.number("ratio", 0.5);
        if (!n.training() || ratio == 0) {
            return "torch.alias(" + n.in(0) + ")";
        }
        String keep = ProgramText.literal(1 - ratio);
        String mask =
                n.let("torch.bernoulli(torch.detach(" + n.in(0) + "), " + keep + ", generator=" + n.generator() + ")");
        return "torch.mul(" + n.in(0) + ", torch.div_(" + mask + ", " + keep + "))";
    }
}
