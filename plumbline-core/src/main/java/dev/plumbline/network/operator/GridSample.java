package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Values of X {@code (N, C, spatial ...)} at the places of a grid {@code (N, out ..., axes)}, from -1 to 1. */
final class GridSample implements Operator {
    private static final int MOST = 5;

    @Override
    public String name() {
        return "GridSample";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        Shape grid = inputs.shape(1, x.rank());
        if (x.rank() < 4 || x.rank() > MOST || grid.get(-1) != x.rank() - 2) {
            throw new ShapeFault("(N, C, H, W) or (N, C, D, H, W) and a grid of as many axes", x + " and " + grid);
        }
        List<Integer> sizes = new ArrayList<>(List.of(x.get(0), x.get(1)));
        sizes.addAll(grid.sizes().subList(1, grid.rank() - 1));
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
