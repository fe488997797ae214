package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;

/** Products of matrices. */
final class ProductText {
    private ProductText() {}

    static void rows(Translations table) {
        table.row("Gemm", ProductText::gemm);
        table.call("MatMul", "matmul");
        table.row("MatMulInteger", ProductText::matMulInteger);
        table.row(
                "Einsum",
                n -> "torch.einsum(\"" + n.attributes().text("equation", "").replace(" ", "") + "\", ["
                        + String.join(", ", n.inputs()) + "])");
        table.call("Det", "linalg_det");
    }

    private static String gemm(NodeText n) {
        double alpha = n.number("alpha", 1);
        double beta = n.number("beta", 1);
        boolean transA = n.integer("transA", 0) == 1;
        boolean transB = n.integer("transB", 0) == 1;
        String a = transA ? "torch.t(" + n.in(0) + ")" : n.in(0);
        boolean scaled = alpha != 1 || n.has(2) && beta != 1;
        boolean vector = !n.has(2) || n.shape(2).equals(Shape.of(n.outputShape().get(1)));
        if (!scaled && transB && vector) {
            return "torch.linear(" + a + ", " + n.in(1) + ", " + n.in(2) + ")";
        }
        String b = transB ? "torch.t(" + n.in(1) + ")" : n.in(1);
        DType dtype = n.outputType().dtype();
        if (!n.has(2)) {
            String product = "torch.mm(" + a + ", " + b + ")";
            return scaled ? "torch.mul(" + product + ", " + Literals.number(alpha, dtype) + ")" : product;
        }
        String added = n.shape(2).rank() == 0 ? "torch.unsqueeze(" + n.in(2) + ", 0)" : n.in(2);
        return "torch.addmm(" + added + ", " + a + ", " + b + ", beta=" + Literals.number(beta, dtype) + ", alpha="
                + Literals.number(alpha, dtype) + ")";
    }

    /** In float64, which holds such sums exactly. */
    private static String matMulInteger(NodeText n) {
        String a = n.as(0, DType.FLOAT64);
        String b = n.as(1, DType.FLOAT64);
        if (n.has(2)) {
            String zero = n.as(2, DType.FLOAT64);
            boolean byRow = n.shape(2).rank() == 1 && n.shape(2).get(0) != 1;
            a = n.let("torch.sub(" + a + ", " + (byRow ? "torch.unsqueeze(" + zero + ", 1)" : zero) + ")");
        }
        if (n.has(3)) {
            b = n.let("torch.sub(" + b + ", " + n.as(3, DType.FLOAT64) + ")");
        }
        return n.back("torch.matmul(" + a + ", " + b + ")", DType.FLOAT64);
    }
}
