package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Gives operands of lower rank axes of size 1 at their end, so that {@code (N)} beside {@code (N, 1)} is (N, 1) too.
 */
final class AlignEdit {
    private AlignEdit() {}

    static Network apply(Node node, Network network) {
        Map<String, ValueType> types = new ShapeInference(Operators.standard()).infer(network);
        List<String> batched = node.inputs().stream()
                .filter(in -> types.containsKey(in) && shape(in, types).batchedAxes() > 0)
                .distinct()
                .toList();
        int rank =
                batched.stream().mapToInt(in -> shape(in, types).rank()).max().orElse(0);
        List<String> shorter =
                batched.stream().filter(in -> shape(in, types).rank() < rank).toList();
        if (shorter.isEmpty()) {
            throw new UnusableInputException(
                    "model.edits, align-batch",
                    "a node that reads values of the batch with different numbers of axes",
                    node.name() + ", which does not",
                    "Name another node.");
        }
        GraphInsertion insertion = new GraphInsertion(network);
        for (String input : shorter) {
            String layer = insertion.layer("align", "Unsqueeze");
            long[] axes =
                    LongStream.rangeClosed(1, rank - shape(input, types).rank()).toArray();
            String added = insertion.parameter(Parameter.constant(layer + "/axes", LongTensor.of(axes, axes.length)));
            insertion.behind(
                    layer,
                    "Unsqueeze",
                    Attributes.none(),
                    reader -> reader.name().equals(node.name()),
                    input,
                    added);
        }
        return insertion.network();
    }

    private static Shape shape(String value, Map<String, ValueType> types) {
        return Objects.requireNonNull(types.get(value)).shape();
    }
}
