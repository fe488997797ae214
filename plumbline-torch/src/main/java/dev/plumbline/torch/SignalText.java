package dev.plumbline.torch;

import dev.plumbline.data.DType;

/** Signals as frequencies. Complex numbers are pairs along the last axis, as ONNX has them. */
final class SignalText {
    private SignalText() {}

    static String dft(NodeText n) {
        int rank = n.shape(0).rank();
        int named = n.has(2) ? Math.toIntExact(n.constant(2)[0]) : -2;
        int axis = named < 0 ? named + rank : named;
        boolean inverse = n.integer("inverse", 0) == 1;
        boolean onesided = n.integer("onesided", 0) == 1;
        String signal = signal(n);
        boolean real = n.shape(0).get(-1) == 1;
        String function = inverse ? (onesided ? "fft_irfft" : "fft_ifft") : onesided && real ? "fft_rfft" : "fft_fft";
        String length = n.has(1) ? n.whole(1) : "None";
        String result = n.let("torch." + function + "(" + signal + ", " + length + ", " + axis + ")");
        if (inverse && onesided) {
            return "torch.unsqueeze(" + result + ", -1)";
        }
        if (onesided && !real) {
            String half = "torch.add(torch.floor_divide(torch.size(" + result + ", " + axis + "), 2), 1)";
            result = n.let("torch.narrow(" + result + ", " + axis + ", 0, int(" + half + "))");
        }
        return "torch.view_as_real(" + result + ")";
    }

    /** The real or complex signal that an input of pairs is. */
    private static String signal(NodeText n) {
        return n.let(
                n.shape(0).get(-1) == 1
                        ? "torch.squeeze(" + n.in(0) + ", -1)"
                        : "torch.view_as_complex(torch.contiguous(" + n.in(0) + "))");
    }

    static String stft(NodeText n) {
        long step = n.constant(1)[0];
        String length = n.has(3)
                ? String.valueOf(n.constant(3)[0])
                : n.has(2) ? String.valueOf(n.shape(2).get(0)) : n.size(0, 1);
        String frames = n.let("torch.unfold(" + signal(n) + ", 1, " + length + ", " + step + ")");
        if (n.has(2)) {
            frames = n.let("torch.mul(" + frames + ", " + n.in(2) + ")");
        }
        boolean onesided = n.integer("onesided", 1) == 1;
        boolean real = n.shape(0).get(-1) == 1;
        String function = onesided && real ? "fft_rfft" : "fft_fft";
        String result = n.let("torch." + function + "(" + frames + ", None, -1)");
        if (onesided && !real) {
            result = n.let(
                    "torch.narrow(" + result + ", -1, 0, " + n.outputShape().get(2) + ")");
        }
        return "torch.view_as_real(" + result + ")";
    }

    /** {@code a - b cos(2 pi i / n) + c cos(4 pi i / n)}, n one less where the window is symmetric. */
    static String taper(NodeText n, double a, double b, double c) {
        String size = n.let(n.whole(0));
        boolean periodic = n.integer("periodic", 1) == 1;
        String span = periodic ? size : "torch.sub(" + size + ", 1)";
        String angle = n.let("torch.div(torch.mul(torch.arange(" + size + ", dtype=7), "
                + ProgramText.literal(2 * Math.PI) + "), " + span + ")");
        String window = n.let("torch.sub(" + ProgramText.literal(a) + ", torch.mul(torch.cos(" + angle + "), "
                + ProgramText.literal(b) + "))");
        String all = c == 0
                ? window
                : "torch.add(" + window + ", torch.mul(torch.cos(torch.mul(" + angle + ", 2)), "
                        + ProgramText.literal(c) + "))";
        return n.back(all, DType.FLOAT64);
    }
}
