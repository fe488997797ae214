package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Brings what a dense node reads, {@code (N, ..., features)}, to {@code (N, features)}: flattened or averaged. */
final class PositionsEdit {
    private PositionsEdit() {}

    private static Shape read(Node node, Network network) {
        Shape shape = Objects.requireNonNull(new ShapeInference(Operators.standard())
                        .infer(network)
                        .get(node.inputs().get(0)))
                .shape();
        if (!HiddenLayers.isDense(node) || shape.rank() < 3 || shape.get(0) != Shape.BATCH) {
            throw new UnusableInputException(
                    "model.edits",
                    "a dense node that reads (N, positions, features)",
                    node.name() + ", " + node.operator() + " of " + shape,
                    "Name another node.");
        }
        return shape;
    }

    static Network pool(Node node, Network network) {
        Shape shape = read(node, network);
        GraphInsertion insertion = new GraphInsertion(network);
        String layer = insertion.layer("pool", "GlobalAveragePooling");
        long[] axes = new long[shape.rank() - 2];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = i + 1;
        }
        String over = insertion.parameter(Parameter.constant(layer + "/axes", LongTensor.of(axes, axes.length)));
        insertion.behind(
                layer,
                "ReduceMean",
                Attributes.none().with("keepdims", 0),
                reader -> reader.name().equals(node.name()),
                node.inputs().get(0),
                over);
        return insertion.network();
    }

    static Network flatten(Node node, Network network) {
        Shape shape = read(node, network);
        int features = Math.toIntExact(shape.elements());
        GraphInsertion insertion = new GraphInsertion(network);
        String layer = insertion.layer("flatten", "Flatten");
        String target =
                insertion.parameter(Parameter.constant(layer + "/shape", LongTensor.of(new long[] {-1, features}, 2)));
        insertion.behind(
                layer,
                "Reshape",
                Attributes.none(),
                reader -> reader.name().equals(node.name()),
                node.inputs().get(0),
                target);
        return widened(node, features, insertion.network());
    }

    private static Network widened(Node node, int features, Network network) {
        Parameter weight = network.parameter(node.inputs().get(1)).orElseThrow();
        boolean outFirst = node.operator().equals("Gemm") && node.attributes().integer("transB", 0) == 1;
        List<Integer> sizes = new ArrayList<>(weight.type().shape().sizes());
        sizes.set(outFirst ? sizes.size() - 1 : sizes.size() - 2, features);
        Parameter wide = Parameter.drawn(
                weight.name(),
                new Shape(sizes),
                weight.role(),
                weight.initializer() == null ? Initializer.GLOROT : weight.initializer(),
                features,
                weight.fanOut(),
                weight.trainable());
        return network.withParameters(network.parameters().stream()
                .map(p -> p.equals(weight) ? wide : p)
                .toList());
    }
}
