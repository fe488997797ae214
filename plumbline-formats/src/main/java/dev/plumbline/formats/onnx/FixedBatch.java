package dev.plumbline.formats.onnx;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Node;
import java.util.List;
import java.util.stream.LongStream;

/** A file that was written for one batch size, read for any. */
final class FixedBatch {
    private FixedBatch() {}

    /**
     * A Reshape whose target holds the batch size, or a multiple of it, where the batch lies, says 0 (as it is) or -1
     * (what is left) instead.
     */
    static Node reshape(Node node, Assembly assembly, int batch) {
        if (node.inputs().size() < 2) {
            return node;
        }
        long[] target =
                assembly.wholes(node.inputs().get(1)).orElse(new long[0]).clone();
        Shape x = assembly.type(node.inputs().get(0)).shape();
        int from = batchedAxis(x);
        boolean zeros = LongStream.of(target).anyMatch(s -> s == 0);
        if (from < 0 || (zeros && node.attributes().integer("allowzero", 0) == 1)) {
            return node;
        }
        int to = place(x, from, target, batch);
        if (to < 0 || target[to] <= 0 || target[to] % batch != 0) {
            return node;
        }
        if (to == from && target[to] == batch && x.get(from) == Shape.BATCH) {
            target[to] = 0;
        } else {
            long perExample = target[to] / batch;
            long others = perExample;
            for (int i = 0; i < target.length; i++) {
                others *= i == to || target[i] == -1 ? 1 : target[i] == 0 ? x.get(i) : target[i];
            }
            for (int i = 0; i < target.length; i++) {
                if (target[i] == -1) {
                    if (others == 0 || x.elements() % others != 0) {
                        return node;
                    }
                    target[i] = x.elements() / others;
                }
            }
            target[to] = -1;
        }
        String constant = assembly.constant(node.name() + "/shape", target);
        return AttributeInputs.with(
                node.withInputs(List.of(node.inputs().get(0), constant)),
                node.attributes().without("allowzero"));
    }

    private static int batchedAxis(Shape x) {
        int found = -1;
        for (int axis = 0; axis < x.rank(); axis++) {
            if (Shape.isBatched(x.get(axis))) {
                if (found >= 0) {
                    return -1;
                }
                found = axis;
            }
        }
        return found;
    }

    /** The axis of the target before which as many elements lie as before the batch's; its own place first. */
    private static int place(Shape x, int from, long[] target, int batch) {
        long before = 1;
        for (int axis = 0; axis < from; axis++) {
            before *= x.get(axis);
        }
        int found = -1;
        long product = 1;
        for (int i = 0; i < target.length; i++) {
            if (product == before && target[i] != -1 && (target[i] % batch == 0) && (found < 0 || i == from)) {
                found = i;
            }
            product *= target[i] == 0 && i < x.rank() ? x.get(i) : target[i];
        }
        return found;
    }

    /** Equal numbers spread over the batch that the file was written for are one number spread over any. */
    static Node expand(Node node, Assembly assembly) {
        Tensor values = assembly.known(node.inputs().get(0)).orElse(null);
        if (!(values instanceof FloatTensor floats)
                || floats.elements() < 2
                || !UniformTensors.is(floats)
                || assembly.type(node.inputs().get(0)).dtype() != DType.FLOAT32) {
            return node;
        }
        int[] ones = new int[floats.shape().rank()];
        java.util.Arrays.fill(ones, 1);
        String one = assembly.tensor(
                node.name() + "/value",
                new TensorReader.Typed(
                        DType.FLOAT32, new FloatTensor(new float[] {floats.values()[0]}, Shape.of(ones))));
        return node.withInputs(List.of(one, node.inputs().get(1)));
    }
}
