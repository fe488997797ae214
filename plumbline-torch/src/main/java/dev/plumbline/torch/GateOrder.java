package dev.plumbline.torch;

import java.util.Optional;

/**
 * How ONNX and libtorch stack the gates of a recurrent layer's weights: an LSTM's as input, output, forget, cell and as
 * input, forget, cell, output; a GRU's as update, reset, hidden and as reset, update, hidden. A plain RNN has one.
 *
 * @param toTorch for each of libtorch's gates its place with ONNX
 */
record GateOrder(int... toTorch) {
    /** That of an operator; empty where there is nothing to reorder. */
    static Optional<GateOrder> of(String operator) {
        return switch (operator) {
            case "LSTM" -> Optional.of(new GateOrder(0, 2, 3, 1));
            case "GRU" -> Optional.of(new GateOrder(1, 0, 2));
            default -> Optional.empty();
        };
    }

    GateOrder inverse() {
        int[] inverse = new int[toTorch.length];
        for (int i = 0; i < toTorch.length; i++) {
            inverse[toTorch[i]] = i;
        }
        return new GateOrder(inverse);
    }

    int gates() {
        return toTorch.length;
    }

    /** The values with their gates reordered, where so many groups of gates stand one behind the other. */
    float[] reordered(float[] values, int groups) {
        int group = values.length / groups;
        int block = group / gates();
        float[] out = new float[values.length];
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < gates(); k++) {
                System.arraycopy(values, g * group + toTorch[k] * block, out, g * group + k * block, block);
            }
        }
        return out;
    }
}
