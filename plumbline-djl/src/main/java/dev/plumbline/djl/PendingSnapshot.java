package dev.plumbline.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListener.BatchData;
import ai.djl.util.Pair;
import dev.plumbline.data.Shape;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch showed before its update, kept with a copy of the trained parameters until the update is made. DJL calls
 * its listeners between the gradients and the step.
 */
final class PendingSnapshot {
    private record Held(
            ParameterView view,
            Parameter parameter,
            @Nullable NDArray before) {}

    private final long step;
    private final List<NodeView> nodes;
    private final List<Held> held;
    private final NDManager memory;

    private PendingSnapshot(long step, List<NodeView> nodes, List<Held> held, NDManager memory) {
        this.step = step;
        this.nodes = nodes;
        this.held = held;
        this.memory = memory;
    }

    static PendingSnapshot of(long step, Trainer trainer, BatchData data) {
        NDManager memory = trainer.getManager().newSubManager();
        List<Held> held = new ArrayList<>();
        for (Pair<String, Parameter> named : trainer.getModel().getBlock().getParameters()) {
            Parameter parameter = named.getValue();
            if (parameter.isInitialized() && parameter.getArray().getDataType().isFloating()) {
                held.add(held(named.getKey(), parameter, memory));
            }
        }
        List<NodeView> nodes =
                BlockOutputs.of(trainer.getModel().getBlock(), data.getBatch().getData(), memory);
        return new PendingSnapshot(step, nodes, held, memory);
    }

    private static Held held(String name, Parameter parameter, NDManager memory) {
        NDArray array = parameter.getArray();
        boolean trained = parameter.requiresGradient();
        int end = name.lastIndexOf('_');
        ParameterView view = new ParameterView(
                name,
                end < 0 ? name : name.substring(0, end),
                trained,
                shape(array),
                ArrayStatistics.of(array),
                trained ? gradient(array) : null,
                null);
        return new Held(view, parameter, trained ? copy(array, memory) : null);
    }

    private static Statistics gradient(NDArray array) {
        try (NDArray gradient = array.getGradient()) {
            return ArrayStatistics.of(gradient);
        }
    }

    private static NDArray copy(NDArray array, NDManager memory) {
        // a change of type alone may share the memory that the update writes into
        NDArray copy = array.duplicate();
        copy.attach(memory);
        return copy.toType(DataType.FLOAT32, false);
    }

    private static Shape shape(NDArray array) {
        int[] sizes = new int[array.getShape().dimension()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.toIntExact(array.getShape().get(i));
        }
        return Shape.of(sizes);
    }

    /** The snapshot with each update against the value before; frees what was held. To be called once. */
    Snapshot afterUpdate() {
        try (memory) {
            return new Snapshot(step, nodes, held.stream().map(this::updated).toList());
        }
    }

    private ParameterView updated(Held kept) {
        ParameterView view = kept.view();
        if (kept.before() == null) {
            return view;
        }
        NDArray now = copy(kept.parameter().getArray(), memory);
        double moved = ArrayStatistics.norm(now.sub(kept.before()));
        double size = view.value().norm();
        return new ParameterView(
                view.parameter(),
                view.layer(),
                true,
                view.shape(),
                view.value(),
                view.gradient(),
                size == 0 ? Double.NaN : moved / size);
    }
}
