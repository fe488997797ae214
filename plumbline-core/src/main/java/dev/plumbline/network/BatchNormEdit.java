package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Parameter.Role;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts batch normalization behind the sum of every hidden dense and convolutional layer that has none. */
final class BatchNormEdit {
    private static final String NORMALIZATION = "BatchNormalization";

    private BatchNormEdit() {}

    static Network apply(Network network) {
        HiddenLayers layers = new HiddenLayers(network);
        Map<String, ValueType> types = new ShapeInference(Operators.standard()).infer(network);
        GraphInsertion insertion = new GraphInsertion(network);
        boolean any = false;
        for (Node node : layers.hidden()) {
            String sum = layers.sum(node);
            Shape shape = Objects.requireNonNull(types.get(sum)).shape();
            // axis 1 must be the channels: of a dense layer over steps it is not
            boolean fits = HiddenLayers.isConvolution(node) || HiddenLayers.isDense(node) && shape.rank() == 2;
            if (fits
                    && network.readers(sum).stream().noneMatch(n -> n.operator().equals(NORMALIZATION))) {
                insert(sum, shape.get(1), insertion);
                any = true;
            }
        }
        if (!any) {
            throw new UnusableInputException(
                    "model",
                    "a hidden dense or convolutional layer without batch normalization",
                    "none",
                    "Put it into the model itself.");
        }
        return insertion.network();
    }

    private static void insert(String sum, int channels, GraphInsertion insertion) {
        String layer = insertion.layer("batch-norm", "BatchNorm");
        List<Parameter> parameters = List.of(
                Parameter.drawn(layer + "/scale", Shape.of(channels), Role.WEIGHT, Initializer.ONES, 1, 1, true),
                Parameter.drawn(layer + "/bias", Shape.of(channels), Role.BIAS, Initializer.ZEROS, 1, 1, true),
                Parameter.drawn(
                        layer + "/running-mean", Shape.of(channels), Role.STATISTIC, Initializer.ZEROS, 1, 1, false),
                Parameter.drawn(
                        layer + "/running-variance",
                        Shape.of(channels),
                        Role.STATISTIC,
                        Initializer.ONES,
                        1,
                        1,
                        false));
        parameters.forEach(insertion::parameter);
        insertion.behind(
                layer,
                NORMALIZATION,
                Attributes.none().with("momentum", 0.9).with("epsilon", 1e-5).with("unbiased", 1),
                reader -> true,
                sum,
                parameters.get(0).name(),
                parameters.get(1).name(),
                parameters.get(2).name(),
                parameters.get(3).name());
    }
}
