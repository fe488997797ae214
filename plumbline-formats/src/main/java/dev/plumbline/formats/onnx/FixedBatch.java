package dev.plumbline.formats.onnx;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Node;
import java.util.List;

/** A file that was written for one batch size, read for any. */
final class FixedBatch {
    private FixedBatch() {}

    /** A Reshape whose target begins with the batch size keeps the first axis instead. */
    static Node reshape(Node node, Assembly assembly, int batch) {
        if (node.inputs().size() < 2) {
            return node;
        }
        long[] target = assembly.wholes(node.inputs().get(1)).orElse(new long[0]);
        Shape x = assembly.type(node.inputs().get(0)).shape();
        boolean written = target.length > 0 && target[0] == batch && x.rank() > 0 && x.get(0) == Shape.BATCH;
        if (!written || node.attributes().integer("allowzero", 0) == 1) {
            return node;
        }
        long[] kept = target.clone();
        kept[0] = 0;
        return node.withInputs(List.of(node.inputs().get(0), assembly.constant(node.name() + "/shape", kept)));
    }
}
