package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Parameter.Role;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Changes the width of every hidden layer of a graph. Each weight gets the rows that the changed layer before it gives
 * and the columns of its own changed width; what has one number a channel (biases, normalization, slopes) follows.
 * Weights are drawn anew.
 *
 * <p>A graph in which widths stand as plain numbers elsewhere (heads of attention, a Reshape that splits channels) does
 * not survive; it is reported as such.
 */
final class WidthEdit {
    private final IntUnaryOperator width;
    private final Network network;
    private final HiddenLayers layers;
    private final Map<String, ValueType> before;
    private final Map<String, ValueType> types;
    private final Map<String, Tensor> known = new LinkedHashMap<>();
    private final Map<String, Parameter> resized = new LinkedHashMap<>();
    private final ShapeInference inference = new ShapeInference(Operators.standard());

    private WidthEdit(IntUnaryOperator width, Network network) {
        this.width = width;
        this.network = network;
        this.layers = new HiddenLayers(network);
        this.before = inference.infer(network);
        this.types = new LinkedHashMap<>(network.inputs());
        network.parameters().forEach(p -> keep(p));
    }

    /** @param width the new size of a hidden layer for its old one */
    static Network apply(IntUnaryOperator width, Network network) {
        if (new HiddenLayers(network).hidden().isEmpty()) {
            throw new UnusableInputException(
                    "model",
                    "a hidden layer",
                    "only the output layer",
                    "Add a hidden layer first, as `deeper=1` does.");
        }
        try {
            return new WidthEdit(width, network).run();
        } catch (UnusableInputException fault) {
            throw UnusableInputException.because(
                    "model: the width of its hidden layers stands in the graph as plain numbers, so it cannot be scaled ("
                            + fault.getMessage() + "). Change the width in the model itself.",
                    fault);
        }
    }

    private Network run() {
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            Node changed = node;
            if (layers.isWeighted(node)) {
                changed = weights(node);
            } else {
                companions(node);
            }
            inference.advance(changed, types, known);
            nodes.add(changed);
        }
        List<Parameter> parameters = network.parameters().stream()
                .map(p -> resized.getOrDefault(p.name(), p))
                .map(p -> p.isLearnable() && p.initializer() != null ? p.withInitializer(p.initializer()) : p)
                .toList();
        // all at once: neither fits the other's old form
        return network.withParameters(parameters).withNodes(nodes);
    }

    private void keep(Parameter parameter) {
        types.put(parameter.name(), parameter.type());
        Tensor values = parameter.values();
        if (parameter.role() == Role.CONSTANT && values != null) {
            known.put(parameter.name(), values);
        }
    }

    private Shape shape(String value) {
        return Objects.requireNonNull(types.get(value), value).shape();
    }

    /** @return the node, its own sizes brought up to date */
    private Node weights(Node node) {
        Parameter weight = layers.weight(node).orElseThrow();
        List<Integer> sizes = new ArrayList<>(weight.type().shape().sizes());
        boolean hidden = !layers.isOutput(node);
        Shape input = shape(node.inputs().get(0));
        if (HiddenLayers.isRecurrent(node)) {
            return recurrent(node, weight, input.get(2), hidden);
        }
        boolean isGrouped = node.attributes().integer("group", 1) > 1;
        int in = HiddenLayers.isConvolution(node) ? input.get(1) : input.get(-1);
        int inAxis = axis(node, true);
        int outAxis = axis(node, false);
        int oldIn = sizes.get(inAxis);
        int oldOut = sizes.get(outAxis);
        if (isGrouped) {
            requireDepthwise(node, oldIn);
            sizes.set(
                    0,
                    in
                            * (oldOut
                                    / Objects.requireNonNull(
                                                    before.get(node.inputs().get(0)))
                                            .shape()
                                            .get(1)));
        } else {
            sizes.set(inAxis, in);
            sizes.set(outAxis, hidden ? width.applyAsInt(oldOut) : oldOut);
        }
        resize(weight, sizes, (double) sizes.get(inAxis) / oldIn, (double) sizes.get(outAxis) / oldOut);
        if (node.inputs().size() > 2 && !node.inputs().get(2).isEmpty()) {
            perChannel(node.inputs().get(2), sizes.get(outAxis));
        }
        return isGrouped ? node.withAttributes(node.attributes().with("group", in)) : node;
    }

    private static void requireDepthwise(Node node, int channelsAGroup) {
        if (channelsAGroup != 1) {
            throw new UnusableInputException(
                    "node " + node.name(),
                    "a convolution of one group",
                    node.attributes().integer("group", 1) + " groups",
                    "Change the width in the model itself.");
        }
    }

    /** Which axis of a weight runs over what comes in, or over what goes out. */
    private static int axis(Node node, boolean in) {
        boolean outFirst = node.operator().equals("Conv")
                || node.operator().equals("Gemm") && node.attributes().integer("transB", 0) == 1;
        return outFirst == in ? 1 : 0;
    }

    private Node recurrent(Node node, Parameter weight, int in, boolean hidden) {
        Parameter recurrent = network.parameter(node.inputs().get(2)).orElseThrow();
        int old = recurrent.type().shape().get(2);
        int units = hidden ? width.applyAsInt(old) : old;
        int gates = weight.type().shape().get(1) / old;
        int directions = weight.type().shape().get(0);
        resize(
                weight,
                List.of(directions, gates * units, in),
                (double) in / weight.type().shape().get(2),
                1);
        resize(recurrent, List.of(directions, gates * units, units), (double) units / old, 1);
        if (node.inputs().size() > 3 && !node.inputs().get(3).isEmpty()) {
            network.parameter(node.inputs().get(3))
                    .ifPresent(bias -> resize(bias, List.of(directions, 2 * gates * units), 1, 1));
        }
        return node.withAttributes(node.attributes().with("hidden_size", units));
    }

    /** What has one number for each channel of a value follows it: normalization, slopes, a bias of its own. */
    private void companions(Node node) {
        for (int i = 1; i < node.inputs().size(); i++) {
            String name = node.inputs().get(i);
            Parameter parameter = network.parameter(name).orElse(null);
            ValueType old = before.get(node.inputs().get(0));
            if (parameter == null || old == null || old.shape().rank() < 2) {
                continue;
            }
            Shape now = shape(node.inputs().get(0));
            if (parameter.role() == Role.CONSTANT) {
                reshaped(node, parameter, old.shape(), now);
                continue;
            }
            boolean channels = node.operator().equals("BatchNormalization")
                    || node.operator().equals("PRelu");
            int axis = channels ? 1 : old.shape().rank() - 1;
            if (parameter.type().shape().elements() == old.shape().get(axis)) {
                perChannel(name, now.get(axis));
            }
        }
    }

    /** A Reshape that flattens names the old number of features. */
    private void reshaped(Node node, Parameter target, Shape old, Shape now) {
        if (node.operator().equals("Reshape")
                && target.values() instanceof LongTensor values
                && values.values().length == 2
                && values.values()[1] == old.elements()) {
            long[] changed = Arrays.copyOf(values.values(), 2);
            changed[1] = now.elements();
            Parameter flat = Parameter.constant(target.name(), LongTensor.of(changed, 2));
            resized.put(target.name(), flat);
            keep(flat);
        }
    }

    private void perChannel(String name, int channels) {
        network.parameter(name).ifPresent(p -> {
            List<Integer> sizes = new ArrayList<>(p.type().shape().sizes());
            for (int i = 0; i < sizes.size(); i++) {
                sizes.set(i, sizes.get(i) == 1 && sizes.size() > 1 ? 1 : channels);
            }
            resize(p, sizes, 1, 1);
        });
    }

    private void resize(Parameter parameter, List<Integer> sizes, double in, double out) {
        Shape shape = new Shape(sizes);
        Parameter earlier = resized.get(parameter.name());
        if (earlier != null && !earlier.type().shape().equals(shape)) {
            throw new UnusableInputException(
                    "parameter " + parameter.name(),
                    "one size for all layers that share it",
                    earlier.type().shape() + " and " + shape,
                    "Change the width in the model itself.");
        }
        if (shape.equals(parameter.type().shape())) {
            return;
        }
        Initializer initializer = parameter.initializer();
        if (initializer == null) {
            initializer = parameter.role() == Role.WEIGHT ? Initializer.HE : Initializer.ZEROS;
        }
        Parameter changed = new Parameter(
                parameter.name(),
                new ValueType(parameter.type().dtype(), shape),
                parameter.role(),
                initializer,
                null,
                (int) Math.max(1, Math.round(parameter.fanIn() * in)),
                (int) Math.max(1, Math.round(parameter.fanOut() * out)),
                parameter.trainable());
        resized.put(parameter.name(), changed);
        keep(changed);
    }
}
