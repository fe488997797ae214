package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The positions of all elements that are not zero: one row an axis, one column an element. */
final class NonZero implements Operator {
    @Override
    public String name() {
        return "NonZero";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        int found = inputs.known(0).map(x -> places(x).length).orElse(Shape.UNKNOWN);
        return List.of(new ValueType(DType.INT64, Shape.of(inputs.shape(0).rank(), found)));
    }

    private static int[] places(Tensor x) {
        return IntStream.range(0, x.elements()).filter(i -> x.get(i) != 0).toArray();
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0).map(x -> {
            int[] places = places(x);
            View view = View.of(x.shape());
            long[] positions = new long[x.shape().rank() * places.length];
            for (int axis = 0; axis < x.shape().rank(); axis++) {
                for (int i = 0; i < places.length; i++) {
                    positions[axis * places.length + i] =
                            places[i] / view.strides().get(axis) % x.shape().get(axis);
                }
            }
            return LongTensor.of(positions, x.shape().rank(), places.length);
        });
    }
}
