package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.Split;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A split in libtorch's memory.
 *
 * @param targets in their own unit, as predictions are compared with them
 * @param arrays inputs, then the targets of each output, as the network sees them
 */
record Examples(Tensor targets, List<NDArray> arrays) {
    /** @param split normalized */
    static Examples of(Split split, Tensor targets, NDManager memory) {
        List<NDArray> arrays = new ArrayList<>();
        split.inputs().forEach(input -> arrays.add(Native.of(input, memory)));
        arrays.add(Native.of(split.targets(), memory));
        split.otherTargets().forEach(other -> arrays.add(Native.of(other, memory)));
        return new Examples(targets, arrays);
    }

    int size() {
        return targets.length();
    }
}
