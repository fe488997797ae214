package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Parameter.Role;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Objects;

/** Puts hidden dense layers with ReLU in front of the output layer, each as wide as what comes in. */
final class DepthEdit {
    /** Wider than this, a square matrix would outweigh the rest of the network. */
    private static final int WIDEST = 512;

    private DepthEdit() {}

    static Network apply(int more, Network network) {
        HiddenLayers layers = new HiddenLayers(network);
        List<Node> outputs = network.nodes().stream().filter(layers::isOutput).toList();
        ShapeInference inference = new ShapeInference(Operators.standard());
        Node output = outputs.size() == 1 && HiddenLayers.isDense(outputs.get(0)) ? outputs.get(0) : null;
        Shape shape = output == null
                ? Shape.of()
                : Objects.requireNonNull(
                                inference.infer(network).get(output.inputs().get(0)))
                        .shape();
        if (output == null || shape.rank() != 2) {
            throw new UnusableInputException(
                    "model",
                    "one dense output layer that reads (N, features)",
                    outputs.size() == 1 ? outputs.get(0).operator() : outputs.size() + " output layers",
                    "Add the layer in the model itself.");
        }
        if (shape.get(1) > WIDEST) {
            throw new UnusableInputException(
                    "model",
                    "at most " + WIDEST + " features before the output layer",
                    String.valueOf(shape.get(1)),
                    "Add a narrower layer in the model itself.");
        }
        GraphInsertion insertion = new GraphInsertion(network);
        String value = output.inputs().get(0);
        int width = shape.get(1);
        for (int i = 0; i < more; i++) {
            value = insert(value, width, output.name(), insertion);
        }
        return insertion.network();
    }

    private static String insert(String value, int width, String output, GraphInsertion insertion) {
        String layer = insertion.layer("dense", "Dense");
        String weight = insertion.parameter(Parameter.drawn(
                layer + "/weight", Shape.of(width, width), Role.WEIGHT, Initializer.HE, width, width, true));
        String bias = insertion.parameter(
                Parameter.drawn(layer + "/bias", Shape.of(width), Role.BIAS, Initializer.ZEROS, 1, 1, true));
        String sum = insertion.behind(
                layer,
                "Gemm",
                Attributes.none().with("transB", 1),
                reader -> reader.name().equals(output),
                value,
                weight,
                bias);
        return insertion.behind(
                layer, "Relu", Attributes.none(), reader -> reader.name().equals(output), sum);
    }
}
