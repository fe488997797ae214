package dev.plumbline.debug;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.Tensor;
import dev.plumbline.debug.MemoryEstimate.Item;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a training step takes, from shapes alone (D3). Autograd keeps every node's output until the backward pass has
 * read it; going back, the gradients of two neighbouring nodes are alive at once, and the two largest bound them.
 * Reshaping nodes make views and take nothing. Workspaces inside operators are not counted.
 */
public final class MemoryEstimator {
    private static final Set<String> VIEWS = Set.of("Flatten", "Reshape", "Identity", "Transpose");
    private static final int SHOWN = 8;

    private MemoryEstimator() {}

    /** The estimate for the plan's batch size. */
    public static MemoryEstimate estimate(
            Network network, Map<String, ValueType> types, TrainingPlan plan, Dataset dataset, long available) {
        int batch = plan.batchSize();
        List<Item> items = new ArrayList<>();
        List<Long> outputs = new ArrayList<>();
        for (Node node : network.nodes()) {
            long bytes = 0;
            for (String output : node.outputs()) {
                bytes += output.isEmpty() || VIEWS.contains(node.operator())
                        ? 0
                        : type(types, output).bytes(batch);
            }
            outputs.add(bytes);
            items.add(new Item(
                    node.name(), node.layer(), type(types, node.output()).toString(), bytes));
        }
        Map<String, String> owners = network.parameterLayers();
        long parameters = 0;
        long trainable = 0;
        for (Parameter parameter : network.parameters()) {
            long bytes = parameter.type().bytes(1);
            parameters += bytes;
            trainable += parameter.trainable() ? bytes : 0;
            String layer = owners.getOrDefault(parameter.name(), "");
            items.add(new Item(parameter.name(), layer, parameter.type().toString(), bytes));
        }
        long kept = outputs.stream().mapToLong(Long::longValue).sum();
        long flowing = outputs.stream()
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToLong(Long::longValue)
                .sum();
        long batchInput = network.inputs().values().stream()
                .mapToLong(t -> t.bytes(batch))
                .sum();
        long activations = kept + flowing + batchInput;
        long data = dataset.splits().values().stream()
                .mapToLong(MemoryEstimator::bytes)
                .sum();
        int beside = (plan.gradientAccumulationSteps() > 1 ? 1 : 0) + (plan.ema() == null ? 0 : 1);
        long state = trainable * (OptimizerState.slots(plan.optimizer()) + beside);
        long fixed = parameters + trainable + state + data;
        double each = (double) activations / batch;
        long largest = fixed >= available ? 0 : each == 0 ? Long.MAX_VALUE : (long) ((available - fixed) / each);
        items.sort(Comparator.comparingLong(Item::bytes).reversed());
        return new MemoryEstimate(
                batch,
                items.subList(0, Math.min(SHOWN, items.size())),
                parameters,
                trainable,
                state,
                activations,
                data,
                available,
                largest);
    }

    private static ValueType type(Map<String, ValueType> types, String value) {
        return Objects.requireNonNull(types.get(value), value);
    }

    private static long bytes(Split split) {
        long bytes = bytes(split.targets());
        for (Tensor input : split.inputs()) {
            bytes += bytes(input);
        }
        return bytes;
    }

    private static long bytes(Tensor tensor) {
        return tensor.shape().elements() * tensor.dtype().bytes();
    }
}
