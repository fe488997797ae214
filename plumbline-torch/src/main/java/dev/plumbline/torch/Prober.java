package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.Shape;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at every node and parameter in one step. */
final class Prober {
    private final Compiled compiled;
    private final Weights weights;
    private final Examples train;
    private final Seeds seeds;
    private final Map<String, ValueType> types;
    private @Nullable Script probe;

    Prober(Compiled compiled, Weights weights, Examples train, Seeds seeds) {
        this.compiled = compiled;
        this.weights = weights;
        this.train = train;
        this.seeds = seeds;
        this.types = new ShapeInference(Operators.standard()).infer(compiled.network());
    }

    /**
     * A step's snapshot, the parameters' updates still missing.
     *
     * @param rows the batch's examples
     * @throws ScriptFault if an operator fails
     */
    Snapshot look(long step, long[] rows, NDManager memory) {
        try (NDManager scope = memory.newSubManager()) {
            List<NDArray> arguments = new ArrayList<>(weights.arrays());
            arguments.addAll(train.arrays());
            arguments.add(scope.create(rows));
            arguments.add(scope.create(new double[] {seeds.step(step)}));
            NDList results = probe().call(arguments, true, scope);
            double[] values = results.get(0).toDoubleArray();
            double[] gradients = results.get(1).toDoubleArray();
            return new Snapshot(step, nodes(values, gradients, rows.length), parameters(values, gradients));
        }
    }

    /** Written once: the text of a large network takes longer than its step. */
    private Script probe() {
        if (probe == null) {
            probe = compiled.probe();
        }
        return probe;
    }

    private List<NodeView> nodes(double[] values, double[] gradients, int batch) {
        List<NodeView> views = new ArrayList<>();
        int row = 0;
        for (Node node : compiled.network().nodes()) {
            ValueType type = Objects.requireNonNull(types.get(node.output()));
            Shape shape = type.shape().withBatch(batch);
            views.add(new NodeView(
                    node.name(),
                    node.layer(),
                    node.operator(),
                    shape,
                    type.dtype(),
                    Objects.requireNonNull(statistics(values, row, shape)),
                    statistics(gradients, row, shape)));
            row++;
        }
        return views;
    }

    private List<ParameterView> parameters(double[] values, double[] gradients) {
        List<ParameterView> views = new ArrayList<>();
        int row = compiled.network().nodes().size();
        for (Parameter parameter : compiled.wiring().parameters()) {
            if (parameter.role() == Parameter.Role.CONSTANT) {
                continue;
            }
            Shape shape = parameter.type().shape();
            views.add(new ParameterView(
                    parameter.name(),
                    layer(parameter),
                    parameter.trainable(),
                    shape,
                    Objects.requireNonNull(statistics(values, row, shape)),
                    statistics(gradients, row, shape),
                    null));
            row++;
        }
        return views;
    }

    private String layer(Parameter parameter) {
        return compiled.network().readers(parameter.name()).stream()
                .map(Node::layer)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Statistics statistics(double[] rows, int row, Shape shape) {
        int at = row * ProbeProgram.COLUMNS;
        if (rows[at] == 0) {
            return null;
        }
        return new Statistics(
                rows[at + 1],
                rows[at + 2],
                rows[at + 3],
                rows[at + 4],
                rows[at + 5],
                rows[at + 6] / Math.max(1, shape.elements()),
                (long) rows[at + 7],
                (long) rows[at + 8]);
    }

    /**
     * The snapshot with each trained parameter's update against its value before.
     *
     * @param before copies of the trained parameters
     */
    Snapshot withUpdates(Snapshot snapshot, List<NDArray> before, NDManager memory) {
        List<NDArray> arguments = new ArrayList<>(weights.trained());
        arguments.addAll(before);
        double[] moved =
                compiled.updates().call(arguments, false, memory).get(0).toDoubleArray();
        List<ParameterView> views = new ArrayList<>(snapshot.parameters());
        for (int i = 0; i < moved.length; i++) {
            ParameterView view = views.get(i);
            double norm = view.value().norm();
            views.set(
                    i,
                    new ParameterView(
                            view.parameter(),
                            view.layer(),
                            view.trainable(),
                            view.shape(),
                            view.value(),
                            view.gradient(),
                            norm == 0 ? Double.NaN : moved[i] / norm));
        }
        return new Snapshot(snapshot.step(), snapshot.nodes(), views);
    }
}
