package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Blocks {@code (N, C * block, L)} added up at their places of an image; its sizes and the block's are known. */
final class Col2Im implements Operator {
    @Override
    public String name() {
        return "Col2Im";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0, 3);
        long block = LongStream.of(inputs.constant(2)).reduce(1, Math::multiplyExact);
        if (x.get(1) % block != 0) {
            throw new ShapeFault("a multiple of the block's " + block + " along axis 1", x.toString());
        }
        List<Integer> sizes = new ArrayList<>(List.of(x.get(0), (int) (x.get(1) / block)));
        LongStream.of(inputs.constant(1)).forEach(size -> sizes.add(Math.toIntExact(size)));
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
