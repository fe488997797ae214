package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How a variable's values, as Keras orders them, stand in the network's parameter. */
interface Layout {
    /** The parameter's shape for a variable's. */
    Shape target(Shape keras);

    /** The values in the parameter's order. */
    float[] apply(float[] values, Shape keras);

    /** Where axes of the variable are in the parameter; -1 for one that is merged with another. */
    List<Integer> axes(List<Integer> keras, int rank);

    /** As Keras has it. */
    Layout SAME = new Permuted(List.of(), List.of());

    /** The last axis first: a Dense kernel (inputs, units) as (units, inputs). */
    Layout TRANSPOSED = permuted(1, 0);

    /** A convolution's kernel (spatial ..., inputs, filters) as (filters, inputs, spatial ...). */
    static Layout convolution(int spatial) {
        List<Integer> order = new ArrayList<>(List.of(spatial + 1, spatial));
        IntStream.range(0, spatial).forEach(order::add);
        return new Permuted(order, List.of());
    }

    /** A depthwise kernel (spatial ..., channels, multiplier) as (channels * multiplier, 1, spatial ...). */
    static Layout depthwise(Shape keras) {
        int spatial = keras.rank() - 2;
        List<Integer> order = new ArrayList<>(List.of(spatial, spatial + 1));
        List<Integer> sizes = new ArrayList<>(List.of(keras.get(-2) * keras.get(-1), 1));
        for (int i = 0; i < spatial; i++) {
            order.add(i);
            sizes.add(keras.get(i));
        }
        return new Permuted(order, sizes);
    }

    /** The axes in the given order. */
    static Layout permuted(int... order) {
        return new Permuted(IntStream.of(order).boxed().toList(), List.of());
    }

    /** The same order of values with other sizes. */
    static Layout reshaped(Shape sizes) {
        return new Permuted(List.of(), sizes.sizes());
    }

    /**
     * Axes in another order, then other sizes.
     *
     * @param order which axis comes where; empty for as they are
     * @param sizes the sizes afterwards; empty for as they come
     */
    record Permuted(List<Integer> order, List<Integer> sizes) implements Layout {
        public Permuted {
            order = List.copyOf(order);
            sizes = List.copyOf(sizes);
        }

        @Override
        public Shape target(Shape keras) {
            return sizes.isEmpty() ? moved(keras) : new Shape(sizes);
        }

        private Shape moved(Shape keras) {
            return order.isEmpty()
                    ? keras
                    : new Shape(order.stream().map(keras::get).toList());
        }

        @Override
        public float[] apply(float[] values, Shape keras) {
            if (order.isEmpty()) {
                return values;
            }
            int rank = keras.rank();
            int[] strides = new int[rank];
            for (int axis = rank - 1, stride = 1; axis >= 0; stride *= keras.get(axis), axis--) {
                strides[axis] = stride;
            }
            int[] step = order.stream().mapToInt(axis -> strides[axis]).toArray();
            int[] size = moved(keras).toArray();
            int[] at = new int[rank];
            float[] result = new float[values.length];
            int from = 0;
            for (int i = 0; i < result.length; i++) {
                result[i] = values[from];
                for (int axis = rank - 1; axis >= 0; axis--) {
                    from += step[axis];
                    if (++at[axis] < size[axis]) {
                        break;
                    }
                    from -= step[axis] * size[axis];
                    at[axis] = 0;
                }
            }
            return result;
        }

        @Override
        public List<Integer> axes(List<Integer> keras, int rank) {
            return keras.stream()
                    .map(axis -> axis < 0 ? axis + rank : axis)
                    .map(axis -> order.isEmpty() ? axis : order.indexOf(axis))
                    // what lies before the spatial axes may be merged by other sizes
                    .map(axis -> !sizes.isEmpty() && axis < 2 ? -1 : axis)
                    .toList();
        }
    }
}
