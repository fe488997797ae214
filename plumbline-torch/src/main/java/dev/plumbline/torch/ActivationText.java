package dev.plumbline.torch;

/** Functions of each element that stand between layers, and softmax. */
final class ActivationText {
    private ActivationText() {}

    static void rows(Translations table) {
        table.call("Relu", "relu");
        table.row("LeakyRelu", n -> "torch.leaky_relu(" + n.in(0) + ", " + n.literal("alpha", 0.01) + ")");
        table.row("Elu", n -> "torch.elu(" + n.in(0) + ", " + n.literal("alpha", 1) + ")");
        table.call("Selu", "selu");
        table.row(
                "Gelu",
                n -> "torch.gelu(" + n.in(0) + ", approximate=\""
                        + n.attributes().text("approximate", "none") + "\")");
        table.call("Sigmoid", "sigmoid");
        table.row(
                "HardSigmoid",
                n -> "torch.clamp(torch.add(torch.mul(" + n.in(0) + ", " + n.literal("alpha", 0.2) + "), "
                        + n.literal("beta", 0.5) + "), 0., 1.)");
        table.call("Tanh", "tanh");
        table.call("Softplus", "softplus");
        table.row("Softmax", n -> "torch.softmax(" + n.in(0) + ", " + n.integer("axis", -1) + ")");
        table.row("LogSoftmax", n -> "torch.log_softmax(" + n.in(0) + ", " + n.integer("axis", -1) + ")");
    }
}
