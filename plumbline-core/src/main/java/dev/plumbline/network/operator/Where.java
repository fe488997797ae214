package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/** The second input where the first is true, else the third; all three broadcast. */
final class Where implements Operator {
    @Override
    public String name() {
        return "Where";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.TRUTHS.check(inputs, 0);
        inputs.expect(2, inputs.type(1).dtype());
        return List.of(new ValueType(inputs.type(1).dtype(), Broadcast.all(inputs)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Tensor condition = inputs.known(0).orElse(null);
        Tensor yes = inputs.known(1).orElse(null);
        Tensor no = inputs.known(2).orElse(null);
        if (condition == null || yes == null || no == null) {
            return Optional.empty();
        }
        Shape shape = infer(inputs).get(0).shape();
        Tensor both =
                Concat.joined(List.of(yes.reshape(Shape.of(yes.elements())), no.reshape(Shape.of(no.elements()))), 0);
        View which = View.broadcast(condition.shape(), shape);
        View first = View.broadcast(yes.shape(), shape);
        View second = View.broadcast(no.shape(), shape);
        return Optional.of(Folding.pick(
                both,
                shape,
                i -> condition.get(which.applyAsInt(i)) != 0
                        ? first.applyAsInt(i)
                        : yes.elements() + second.applyAsInt(i)));
    }
}
