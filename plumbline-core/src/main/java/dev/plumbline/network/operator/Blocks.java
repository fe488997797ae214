package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** {@code DepthToSpace}, {@code SpaceToDepth}: blocks of pixels {@code (N, C, H, W)} into channels or back. */
record Blocks(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0, 4);
        int block = inputs.attributes().integer("blocksize", 0);
        boolean toSpace = name.equals("DepthToSpace");
        int channels = block * block;
        if (block < 1 || (toSpace ? x.get(1) % channels != 0 : x.get(2) % block != 0 || x.get(3) % block != 0)) {
            throw new ShapeFault("whole blocks of " + block + " by " + block, x.toString());
        }
        Shape out = toSpace
                ? Shape.of(x.get(0), x.get(1) / channels, x.get(2) * block, x.get(3) * block)
                : Shape.of(x.get(0), x.get(1) * channels, x.get(2) / block, x.get(3) / block);
        return List.of(new ValueType(inputs.type(0).dtype(), out));
    }
}
