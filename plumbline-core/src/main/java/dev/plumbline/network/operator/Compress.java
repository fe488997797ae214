package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.stream.LongStream;

/** The slices along {@code axis}, or of all elements in a row without it, where the condition is true. */
final class Compress implements Operator {
    @Override
    public String name() {
        return "Compress";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.TRUTHS.check(inputs, 1);
        Shape x = inputs.shape(0);
        int kept =
                inputs.whole(1).map(truths -> (int) LongStream.of(truths).sum()).orElse(Shape.UNKNOWN);
        Shape shape = inputs.attributes().has("axis")
                ? Sizes.with(x, inputs.axis("axis", 0, x.rank()), kept)
                : Shape.of(kept);
        return List.of(new ValueType(inputs.type(0).dtype(), shape));
    }
}
