package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Repeated along axes of size 1, and along new ones in front, to the sizes that the second input holds. */
final class Expand implements Operator {
    @Override
    public String name() {
        return "Expand";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        ValueType x = inputs.type(0);
        Optional<long[]> target = inputs.whole(1);
        if (target.isPresent()) {
            Shape sizes = new Shape(LongStream.of(target.orElseThrow())
                    .mapToObj(BatchCount::toSize)
                    .toList());
            return List.of(new ValueType(x.dtype(), Broadcast.of(x.shape(), sizes)));
        }
        int rank = Math.max(x.shape().rank(), inputs.shape(1, 1).get(0));
        return List.of(new ValueType(x.dtype(), Sizes.unknown(rank)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0)
                .map(x -> Folding.pick(
                        x, View.broadcast(x.shape(), infer(inputs).get(0).shape())));
    }
}
