package dev.plumbline.torch;

import dev.plumbline.data.DType;

/** Functions of each element that stand between layers, and softmax. */
final class ActivationText {
    private ActivationText() {}

    static void rows(Translations table) {
        table.call("Relu", "relu");
        table.row(
                "PRelu",
                n -> "torch.where(torch.lt(" + n.in(0) + ", 0), torch.mul(" + n.in(0) + ", " + n.in(1) + "), " + n.in(0)
                        + ")");
        table.row("LeakyRelu", n -> "torch.leaky_relu(" + n.in(0) + ", " + n.literal("alpha", 0.01) + ")");
        table.row("ThresholdedRelu", n -> "torch.threshold(" + n.in(0) + ", " + n.literal("alpha", 1) + ", 0)");
        table.row("Elu", n -> "torch.elu(" + n.in(0) + ", " + n.literal("alpha", 1) + ")");
        table.row("Celu", n -> "torch.celu(" + n.in(0) + ", " + n.literal("alpha", 1) + ")");
        table.row("Selu", ActivationText::selu);
        table.row(
                "Gelu",
                n -> "torch.gelu(" + n.in(0) + ", approximate=\""
                        + n.attributes().text("approximate", "none") + "\")");
        table.call("Sigmoid", "sigmoid");
        table.row(
                "HardSigmoid",
                n -> "torch.clamp(torch.add(torch.mul(" + n.in(0) + ", " + n.literal("alpha", 0.2) + "), "
                        + n.literal("beta", 0.5) + "), 0., 1.)");
        table.row("Swish", ActivationText::swish);
        table.row("SwiGLU", n -> "torch.mul(" + swish(n) + ", " + n.in(1) + ")");
        table.call("HardSwish", "hardswish");
        table.call("Mish", "mish");
        table.call("Tanh", "tanh");
        table.call("Softplus", "softplus");
        table.row("Softsign", n -> "torch.div(" + n.in(0) + ", torch.add(torch.abs(" + n.in(0) + "), 1))");
        table.row("Shrink", ActivationText::shrink);
        table.row("Softmax", n -> "torch.softmax(" + n.in(0) + ", " + n.integer("axis", -1) + ")");
        table.row("LogSoftmax", n -> "torch.log_softmax(" + n.in(0) + ", " + n.integer("axis", -1) + ")");
        table.row("Hardmax", ActivationText::hardmax);
    }

    private static String selu(NodeText n) {
        return n.attributes().has("alpha") || n.attributes().has("gamma")
                ? "torch.elu(" + n.in(0) + ", " + n.literal("alpha", 1.6732632423543772) + ", "
                        + n.literal("gamma", 1.0507009873554805) + ")"
                : n.call("selu");
    }

    private static String swish(NodeText n) {
        return n.number("alpha", 1) == 1
                ? "torch.silu(" + n.in(0) + ")"
                : "torch.mul(" + n.in(0) + ", torch.sigmoid(torch.mul(" + n.in(0) + ", " + n.literal("alpha", 1)
                        + ")))";
    }

    private static String shrink(NodeText n) {
        String x = n.in(0);
        String limit = n.literal("lambd", 0.5);
        String bias = n.literal("bias", 0);
        String above = n.let("torch.where(torch.gt(" + x + ", " + limit + "), torch.sub(" + x + ", " + bias + "), 0)");
        String all =
                "torch.where(torch.lt(" + x + ", -" + limit + "), torch.add(" + x + ", " + bias + "), " + above + ")";
        return n.type(0).dtype().isFloat() ? all : n.back(all, DType.FLOAT32);
    }

    /** One where the first of the greatest values is. */
    private static String hardmax(NodeText n) {
        int axis = n.integer("axis", -1);
        return "torch.scatter(torch.zeros_like(" + n.in(0) + "), " + axis + ", torch.argmax(" + n.in(0) + ", " + axis
                + ", True), 1)";
    }
}
