package dev.plumbline.network.operator;

import java.util.List;

/** The same values with other sizes or in another order, cut, joined, padded. */
final class ShapeOperators {
    private ShapeOperators() {}

    static List<Operator> list() {
        return List.of(
                new Identity(),
                new Flatten(),
                new Reshape(),
                new Transpose(),
                new Squeeze(),
                new Unsqueeze(),
                new Expand(),
                new Tile(),
                new Concat(),
                new Split(),
                new Slice(),
                new Pad(),
                new CenterCropPad(),
                new Blocks("DepthToSpace"),
                new Blocks("SpaceToDepth"));
    }
}
