package dev.plumbline.torch;

/**
 * Batch normalization by libtorch's, which moves the running statistics it is given and divides the batch's variance by
 * one less than there are values.
 */
final class BatchNormText {
    private BatchNormText() {}

    static String batchNorm(NodeText n) {
        boolean statistics = n.isRead(1) || n.isRead(2);
        boolean batch = n.training() || n.integer("training_mode", 0) == 1 && statistics;
        double kept = n.number("momentum", 0.9);
        if (!batch) {
            n.gives(1, n.in(3));
            n.gives(2, n.in(4));
            return call(n, n.in(3), n.in(4), false, kept);
        }
        // what the network does not hold is somebody else's value and stays as it is
        boolean moves = n.training() && n.isHeld(3) && n.isHeld(4);
        String mean = moves ? n.in(3) : n.let("torch.clone(" + n.in(3) + ")");
        boolean unbiased = n.integer("unbiased", 0) == 1;
        String variance = moves && unbiased ? n.in(4) : n.let("torch.clone(" + n.in(4) + ")");
        String y = n.let(call(n, mean, variance, true, kept));
        if (!unbiased) {
            variance = n.let(biased(n, variance, kept));
            if (moves) {
                n.let("torch.copy_(" + n.in(4) + ", " + variance + ")");
            }
        }
        if (statistics) {
            n.gives(1, "torch.clone(" + mean + ")");
            n.gives(2, "torch.clone(" + variance + ")");
        }
        return y;
    }

    /** The new variance from libtorch's, whose part of the batch is n / (n - 1) times too large. */
    private static String biased(NodeText n, String moved, double kept) {
        String old = n.let("torch.mul(" + n.in(4) + ", " + Literals.real(kept) + ")");
        String count = n.let("torch.floordiv(torch.numel(" + n.in(0) + "), torch.numel(" + n.in(4) + "))");
        // of a single value libtorch's variance is 0 / 0
        return "torch.where(torch.gt(torch.full_like(" + moved + ", " + count + "), 1), torch.lerp(" + moved + ", "
                + old + ", torch.div(1., " + count + ")), " + old + ")";
    }

    private static String call(NodeText n, String mean, String variance, boolean batch, double kept) {
        // ONNX's momentum is the share that is kept, libtorch's the share that is new
        return "torch.batch_norm(" + String.join(", ", n.in(0), n.in(1), n.in(2), mean, variance) + ", "
                + (batch ? "True" : "False") + ", " + Literals.real(1 - kept) + ", " + n.literal("epsilon", 1e-5)
                + ", False)";
    }
}
