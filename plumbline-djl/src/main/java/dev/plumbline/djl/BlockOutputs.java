package dev.plumbline.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.lab.Trace.NodeView;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;

/**
 * Outputs of the children of sequential blocks, in evaluation mode so that running statistics stay as they are. DJL has
 * no way to look into other blocks: such a block is one node.
 */
final class BlockOutputs {
    private static final Logger LOG = System.getLogger(BlockOutputs.class.getName());
    private static final String RELU = "Relu";

    private final ParameterStore parameters;
    private final List<NodeView> views = new ArrayList<>();

    private BlockOutputs(NDManager memory) {
        parameters = new ParameterStore(memory, false);
    }

    /** Empty where the block is not sequential, or cannot be run child by child on this batch. */
    static List<NodeView> of(Block block, NDList batch, NDManager memory) {
        if (!(block instanceof SequentialBlock sequential)) {
            return List.of();
        }
        BlockOutputs outputs = new BlockOutputs(memory);
        try (NDManager scope = memory.newSubManager()) {
            NDList inputs = new NDList();
            for (NDArray array : batch) {
                NDArray copy = array.toDevice(memory.getDevice(), true);
                copy.attach(scope);
                inputs.add(copy);
            }
            outputs.walk(sequential, "", inputs);
            return outputs.views;
        } catch (RuntimeException e) {
            // a look that fails must not end the training that it looks at
            LOG.log(Logger.Level.DEBUG, "the outputs of the blocks cannot be looked at", e);
            return List.of();
        }
    }

    private NDList walk(SequentialBlock block, String path, NDList inputs) {
        NDList at = inputs;
        for (Pair<String, Block> child : block.getChildren()) {
            String name = path + child.getKey();
            if (child.getValue() instanceof SequentialBlock inner) {
                at = walk(inner, name + "/", at);
            } else {
                NDList next = child.getValue().forward(parameters, at, false);
                views.add(view(name, child.getValue(), at.head(), next.head()));
                at = next;
            }
        }
        return at;
    }

    private static NodeView view(String name, Block block, NDArray input, NDArray output) {
        int[] sizes = new int[output.getShape().dimension()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.toIntExact(output.getShape().get(i));
        }
        String operator = isRelu(block, input, output) ? RELU : block.getClass().getSimpleName();
        return new NodeView(name, name, operator, Shape.of(sizes), DType.FLOAT32, ArrayStatistics.of(output), null);
    }

    /** By name, or where a function was given without one, by what it did to the batch. */
    private static boolean isRelu(Block block, NDArray input, NDArray output) {
        if (!(block instanceof LambdaBlock lambda)) {
            return false;
        }
        return lambda.getName().equalsIgnoreCase(RELU)
                || input.getShape().equals(output.getShape())
                        && input.min().getFloat() < 0
                        && output.eq(input.maximum(0)).all().getBoolean();
    }
}
