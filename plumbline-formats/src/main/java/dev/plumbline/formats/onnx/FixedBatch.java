package dev.plumbline.formats.onnx;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Node;
import java.util.List;

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
        Shape x = assembly.type(node.inputs().get(0)).shape();
        int from = batchedAxis(x);
        long[] target =
                assembly.wholes(node.inputs().get(1)).orElse(new long[0]).clone();
        boolean zerosMeant = node.attributes().integer("allowzero", 0) == 1;
        if (from < 0 || !x.isKnown() || !written(target, x, batch, zerosMeant)) {
            return node;
        }
        int to = place(x, from, target, batch);
        if (to < 0) {
            return node;
        }
        target[to] = to == from && target[to] == batch && x.get(from) == Shape.BATCH ? 0 : -1;
        String constant = assembly.constant(node.name() + "/shape", target);
        return AttributeInputs.with(
                node.withInputs(List.of(node.inputs().get(0), constant)),
                node.attributes().without("allowzero"));
    }

    /** Writes 0 and -1 out as the sizes that they stand for in the file's batch; false where they do not fit. */
    private static boolean written(long[] target, Shape x, int batch, boolean zerosMeant) {
        Shape whole = x.withBatch(batch);
        long product = 1;
        int open = -1;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == 0 && (zerosMeant || i >= x.rank())) {
                return false;
            }
            target[i] = target[i] == 0 ? whole.get(i) : target[i];
            open = target[i] == -1 ? i : open;
            product *= target[i] == -1 ? 1 : target[i];
        }
        if (open >= 0 && product > 0) {
            target[open] = whole.elements() / product;
            product *= target[open];
        }
        return product == whole.elements() && product > 0;
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

    /** The axis of the target that the batch goes to: as much after it as before, or else as much before it. */
    private static int place(Shape x, int from, long[] target, int batch) {
        long before = 1;
        long after = 1;
        for (int axis = 0; axis < x.rank(); axis++) {
            before *= axis < from ? x.get(axis) : 1;
            after *= axis > from ? x.get(axis) : 1;
        }
        long all = 1;
        for (long size : target) {
            all *= size;
        }
        int bySuffix = -1;
        int byPrefix = -1;
        long product = 1;
        for (int i = 0; i < target.length; i++) {
            boolean divides = target[i] % batch == 0;
            boolean prefix = divides && product == before;
            product *= target[i];
            boolean suffix = divides && all / product == after;
            if (prefix && suffix) {
                return i;
            }
            bySuffix = suffix && bySuffix < 0 ? i : bySuffix;
            byPrefix = prefix && byPrefix < 0 ? i : byPrefix;
        }
        if (bySuffix < 0 || byPrefix < 0) {
            return Math.max(bySuffix, byPrefix);
        }
        boolean exact = target[bySuffix] == batch;
        // where an axis of its own fits, it is the batch's; else one that is merged has the batch innermost
        return exact != (target[byPrefix] == batch) ? (exact ? bySuffix : byPrefix) : from > 0 ? bySuffix : byPrefix;
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
