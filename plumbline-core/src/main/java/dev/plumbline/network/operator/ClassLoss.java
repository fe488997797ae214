package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code NegativeLogLikelihoodLoss} of log probabilities, {@code SoftmaxCrossEntropyLoss} of logits: scores {@code (N,
 * classes, ...)}, classes {@code (N, ...)}, optional weights {@code (classes)}. {@code reduction} none, sum, or mean,
 * which is weighted; the second output of the latter is the log probabilities.
 */
record ClassLoss(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Accepts.INTEGERS.check(inputs, 1);
        Shape scores = inputs.shape(0);
        Shape classes = inputs.shape(1);
        List<Integer> expected = new ArrayList<>(scores.sizes());
        if (expected.size() < 2) {
            throw new ShapeFault("scores with at least 2 axes (batch, classes)", scores.toString());
        }
        expected.remove(1);
        if (expected.size() != classes.rank()) {
            throw new ShapeFault("classes of the shape " + new Shape(expected), classes.toString());
        }
        for (int i = 0; i < expected.size(); i++) {
            Sizes.same(expected.get(i), classes.get(i), new Shape(expected), classes);
        }
        boolean each = inputs.attributes().text("reduction", "mean").equals("none");
        ValueType loss = new ValueType(inputs.type(0).dtype(), each ? classes : Shape.of());
        return List.of(loss, inputs.type(0));
    }
}
