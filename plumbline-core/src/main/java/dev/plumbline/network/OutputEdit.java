package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes the layer that gives the network's output: how many units it has, where its biases start. */
final class OutputEdit {
    private final Network network;
    private final Node node;
    private final Parameter weight;
    private final Optional<Parameter> bias;

    private OutputEdit(Network network) {
        this.network = network;
        HiddenLayers layers = new HiddenLayers(network);
        List<Node> outputs = network.nodes().stream().filter(layers::isOutput).toList();
        boolean isPlain = outputs.size() == 1 && !HiddenLayers.isRecurrent(outputs.get(0));
        if (!isPlain) {
            throw new UnusableInputException(
                    "model",
                    "one dense layer or convolution that gives the output",
                    outputs.size() == 1 ? outputs.get(0).operator() : outputs.size() + " such layers",
                    "Change the output in the model itself.");
        }
        this.node = outputs.get(0);
        this.weight = layers.weight(node).orElseThrow();
        this.bias = bias(layers.sum(node));
    }

    private Optional<Parameter> bias(String sum) {
        if (node.inputs().size() > 2) {
            return network.parameter(node.inputs().get(2));
        }
        return network.maker(sum)
                .filter(n -> !n.equals(node))
                .flatMap(add -> add.inputs().stream()
                        .flatMap(in -> network.parameter(in).stream())
                        .findFirst());
    }

    /** The axis of the weight that runs over units. */
    private int axis() {
        boolean first = node.operator().equals("Conv")
                || node.operator().equals("Gemm") && node.attributes().integer("transB", 0) == 1;
        return node.operator().equals("ConvTranspose")
                ? 1
                : first ? 0 : weight.type().shape().rank() - 1;
    }

    static Network units(int units, Network network) {
        OutputEdit edit = new OutputEdit(network);
        int axis = edit.axis();
        List<Integer> sizes = new ArrayList<>(edit.weight.type().shape().sizes());
        sizes.set(axis, units);
        Parameter wide = Parameter.drawn(
                edit.weight.name(),
                new Shape(sizes),
                Parameter.Role.WEIGHT,
                edit.weight.initializer() == null ? Initializer.GLOROT : edit.weight.initializer(),
                edit.weight.fanIn(),
                units,
                edit.weight.trainable());
        List<Parameter> changed = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            boolean isBias = edit.bias.filter(parameter::equals).isPresent();
            changed.add(parameter.equals(edit.weight) ? wide : isBias ? zeros(parameter, units) : parameter);
        }
        return network.withParameters(changed);
    }

    private static Parameter zeros(Parameter bias, int units) {
        List<Integer> sizes = new ArrayList<>(bias.type().shape().sizes());
        sizes.set(sizes.size() - 1, units);
        return Parameter.drawn(
                bias.name(), new Shape(sizes), Parameter.Role.BIAS, Initializer.ZEROS, 1, 1, bias.trainable());
    }

    static Network bias(List<Double> values, Network network) {
        OutputEdit edit = new OutputEdit(network);
        Parameter bias = edit.bias.orElseThrow(() -> new UnusableInputException(
                "model", "an output layer with a bias", "none", "Give the output layer a bias in the model itself."));
        if (bias.type().shape().elements() != values.size()) {
            throw new UnusableInputException(
                    "model.edits, output-bias",
                    "a value for each of the output layer's "
                            + bias.type().shape().elements() + " units",
                    values.size() + " values",
                    "Write one for each unit.");
        }
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        Parameter set = bias.withValues(new FloatTensor(floats, bias.type().shape()));
        return network.withParameters(
                network.parameters().stream().map(p -> p.equals(bias) ? set : p).toList());
    }
}
