package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Normalization layers. */
final class Normalizations {
    private Normalizations() {}

    static void rows(KerasLayers table) {
        for (String name : List.of("BatchNormalization", "BatchNormalizationV1", "BatchNormalizationV2")) {
            table.map(name, Normalizations::batch);
        }
        table.map("LayerNormalization", Normalizations::layer);
        table.map("GroupNormalization", Normalizations::group);
        table.map("RMSNormalization", Normalizations::rootMeanSquare);
        table.map("UnitNormalization", (layer, x) -> unit(layer, layer.floats(x), axes(layer, x), 1e-12));
        table.row("SpectralNormalization", Normalizations::spectral);
    }

    private static List<Integer> axes(LayerScope layer, String x) {
        List<Integer> given = layer.config().has("axis") ? layer.config().integers("axis") : List.of(-1);
        int rank = layer.rank(x);
        for (int axis : given) {
            if (axis < -rank || axis >= rank) {
                throw layer.config().wrong("axis", "an axis from " + -rank + " to " + (rank - 1), String.valueOf(axis));
            }
        }
        return given.stream().map(a -> a < 0 ? a + rank : a).sorted().toList();
    }

    /** Ones or zeros where the layer has no variable of its own. */
    private static String fixed(LayerScope layer, double value, int size) {
        float[] values = new float[size];
        Arrays.fill(values, (float) value);
        return layer.constant(FloatTensor.of(values, size), DType.FLOAT32);
    }

    private static String batch(LayerScope layer, String input) {
        LayerConfig config = layer.config();
        if (config.flag("renorm", false)) {
            throw config.unsupported("batch normalization without renorm", "`renorm` true");
        }
        String x = layer.floats(input);
        List<Integer> axes = axes(layer, x);
        if (axes.size() != 1 || axes.get(0) == 0) {
            throw config.wrong("axis", "one axis that is not the batch", axes.toString());
        }
        int axis = axes.get(0);
        int channels = layer.size(x, axis);
        Shape one = Shape.of(channels);
        String gamma = config.flag("scale", true)
                ? layer.variable(VariableSpec.scale("gamma", one))
                : fixed(layer, 1, channels);
        String beta = config.flag("center", true)
                ? layer.variable(VariableSpec.bias("beta", one))
                : fixed(layer, 0, channels);
        String mean = layer.statistic("moving_mean", one, Initializer.ZEROS);
        String variance = layer.statistic("moving_variance", one, Initializer.ONES);
        double epsilon = config.number("epsilon", 1e-3);
        if (!layer.isTrainable()) {
            return frozen(layer, x, axis, List.of(gamma, beta, mean, variance), epsilon);
        }
        Attributes attributes =
                Attributes.none().with("epsilon", epsilon).with("momentum", config.number("momentum", 0.99));
        if (layer.model().isKeras2() && layer.rank(x) == 4) {
            // the fused kernel of TensorFlow divides by n - 1
            attributes = attributes.with("unbiased", 1);
        }
        List<Integer> order = new ArrayList<>(List.of(0, axis));
        IntStream.range(1, layer.rank(x)).filter(a -> a != axis).forEach(order::add);
        String moved = axis == 1 ? x : layer.transpose(x, order);
        String y = layer.node("BatchNormalization", attributes, moved, gamma, beta, mean, variance);
        List<Integer> back =
                IntStream.range(0, order.size()).map(order::indexOf).boxed().toList();
        return axis == 1 ? y : layer.transpose(y, back);
    }

    /** A frozen batch norm uses its running statistics in training too. */
    private static String frozen(LayerScope layer, String x, int axis, List<String> variables, double epsilon) {
        List<String> wide =
                variables.stream().map(v -> wide(layer, v, axis, layer.rank(x))).toList();
        String deviation = layer.node("Sqrt", layer.node("Add", wide.get(3), layer.number(epsilon)));
        String scaled = layer.node("Mul", layer.node("Div", layer.node("Sub", x, wide.get(2)), deviation), wide.get(0));
        return layer.node("Add", scaled, wide.get(1));
    }

    /** A vector along an axis of a value of so many axes. */
    private static String wide(LayerScope layer, String vector, int axis, int rank) {
        if (axis == rank - 1) {
            return vector;
        }
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(rank, 1));
        sizes.set(axis, -1);
        return layer.reshape(vector, sizes);
    }

    private static String layer(LayerScope layer, String input) {
        LayerConfig config = layer.config();
        String x = layer.floats(input);
        List<Integer> axes = axes(layer, x);
        int rank = layer.rank(x);
        Shape shape = new Shape(axes.stream().map(a -> layer.size(x, a)).toList());
        String gamma = config.flag("scale", true) || config.flag("rms_scaling", false)
                ? layer.variable(VariableSpec.scale("gamma", shape))
                : "";
        String beta = config.flag("center", true) && !config.flag("rms_scaling", false)
                ? layer.variable(VariableSpec.bias("beta", shape))
                : "";
        double epsilon = config.number("epsilon", 1e-3);
        boolean last = axes.get(0) == rank - axes.size();
        if (last && !gamma.isEmpty() && !config.flag("rms_scaling", false)) {
            Attributes attributes = Attributes.none().with("axis", -axes.size()).with("epsilon", epsilon);
            return beta.isEmpty()
                    ? layer.node("LayerNormalization", attributes, x, gamma)
                    : layer.node("LayerNormalization", attributes, x, gamma, beta);
        }
        String over = layer.integers(axes);
        String centred = layer.node("Sub", x, layer.node("ReduceMean", x, over));
        String variance = layer.node("ReduceMean", layer.node("Mul", centred, centred), over);
        String deviation = layer.node("Sqrt", layer.node("Add", variance, layer.number(epsilon)));
        String y = layer.node("Div", config.flag("rms_scaling", false) ? x : centred, deviation);
        y = gamma.isEmpty() ? y : layer.node("Mul", y, broadcast(layer, gamma, axes, rank, shape));
        return beta.isEmpty() ? y : layer.node("Add", y, broadcast(layer, beta, axes, rank, shape));
    }

    private static String broadcast(LayerScope layer, String variable, List<Integer> axes, int rank, Shape shape) {
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(rank, 1));
        for (int i = 0; i < axes.size(); i++) {
            sizes.set(axes.get(i), shape.get(i));
        }
        return layer.reshape(variable, sizes);
    }

    private static String group(LayerScope layer, String input) {
        LayerConfig config = layer.config();
        String x = layer.floats(input);
        List<Integer> axes = axes(layer, x);
        if (axes.size() != 1 || axes.get(0) == 0) {
            throw config.wrong("axis", "one axis that is not the batch", axes.toString());
        }
        int axis = axes.get(0);
        int rank = layer.rank(x);
        int channels = layer.size(x, axis);
        int groups = config.integer("groups", 32) == -1 ? channels : config.integer("groups", 32);
        if (groups < 1 || channels % groups != 0) {
            throw config.wrong("groups", "a divisor of the " + channels + " channels", String.valueOf(groups));
        }
        String gamma = config.flag("scale", true)
                ? layer.variable(VariableSpec.scale("gamma", Shape.of(channels)))
                : fixed(layer, 1, channels);
        String beta = config.flag("center", true)
                ? layer.variable(VariableSpec.bias("beta", Shape.of(channels)))
                : fixed(layer, 0, channels);
        List<Integer> order = new ArrayList<>(List.of(0, axis));
        IntStream.range(1, rank).filter(a -> a != axis).forEach(order::add);
        String moved = axis == 1 ? x : layer.transpose(x, order);
        // a group is one row of its own, whatever the other axes
        String rows = layer.reshape(moved, List.of(0, groups, -1));
        String last = layer.integers(-1);
        String centred = layer.node("Sub", rows, layer.node("ReduceMean", rows, last));
        String variance = layer.node("ReduceMean", layer.node("Mul", centred, centred), last);
        String deviation =
                layer.node("Sqrt", layer.node("Add", variance, layer.number(config.number("epsilon", 1e-3))));
        List<Integer> sizes = new ArrayList<>(List.of(0, channels));
        for (int a = 2; a < rank; a++) {
            sizes.add(layer.shape(moved).get(a) < 0 ? -1 : layer.shape(moved).get(a));
        }
        String y = layer.reshape(layer.node("Div", centred, deviation), sizes);
        List<Integer> back =
                IntStream.range(0, rank).map(order::indexOf).boxed().toList();
        y = axis == 1 ? y : layer.transpose(y, back);
        y = layer.node("Mul", y, wide(layer, gamma, axis, rank));
        return layer.node("Add", y, wide(layer, beta, axis, rank));
    }

    private static String rootMeanSquare(LayerScope layer, String input) {
        String x = layer.floats(input);
        List<Integer> axes = axes(layer, x);
        Shape shape = new Shape(axes.stream().map(a -> layer.size(x, a)).toList());
        String scale = layer.variable(VariableSpec.scale("scale", shape));
        String square = layer.node("ReduceMean", layer.node("Mul", x, x), layer.integers(axes));
        double epsilon = layer.config().number("epsilon", 1e-6);
        String root = layer.node("Sqrt", layer.node("Add", square, layer.number(epsilon)));
        return layer.node("Mul", layer.node("Div", x, root), broadcast(layer, scale, axes, layer.rank(x), shape));
    }

    /** A value divided by its length over the axes. */
    static String unit(LayerScope layer, String x, List<Integer> axes, double epsilon) {
        String square = layer.node("ReduceSum", layer.node("Mul", x, x), layer.integers(axes));
        String length = layer.node("Sqrt", layer.node("Max", square, layer.number(epsilon)));
        return layer.node("Div", x, length);
    }

    /** In evaluation the layer within, as it is: Keras keeps its kernel normalized. */
    private static List<KerasTensor> spectral(LayerScope layer, Call call) {
        JsonNode inner = layer.config().get("layer");
        LayerScope scope = layer.child("layer", inner);
        List<KerasTensor> outputs = LayerInstance.inner(scope, inner).call(call);
        int units = scope.config().has("units")
                ? scope.config().size("units")
                : scope.config().has("output_dim")
                        ? scope.config().size("output_dim")
                        : scope.config().size("filters");
        layer.passOver("kernel");
        layer.statistic("vector_u", Shape.of(1, units), new Initializer.TruncatedNormal(0, 0.02));
        layer.model()
                .note("Layer " + layer.name() + " (SpectralNormalization) keeps its kernel as it is in training too.");
        return outputs;
    }
}
