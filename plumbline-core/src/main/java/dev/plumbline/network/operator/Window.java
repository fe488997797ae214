package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A window that slides over the spatial axes, as convolution and pooling have it, from the attributes {@code strides},
 * {@code pads} (begins, then ends), {@code dilations}, {@code auto_pad}, {@code ceil_mode}. Formulas as the ONNX
 * operators' pages have them; of an axis whose size only the values decide the size after sliding is unknown too.
 *
 * @param in sizes of the spatial axes
 * @param kernel sizes of the window
 * @param begins what is added before each axis
 * @param ends what is added behind each axis
 * @param ceil whether a window that reaches beyond the padding is counted, if it starts before the end's padding
 */
public record Window(
        List<Integer> in,
        List<Integer> kernel,
        List<Integer> strides,
        List<Integer> dilations,
        List<Integer> begins,
        List<Integer> ends,
        boolean ceil) {
    public Window {
        in = List.copyOf(in);
        kernel = List.copyOf(kernel);
        strides = List.copyOf(strides);
        dilations = List.copyOf(dilations);
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
    }

    /**
     * The window over an input {@code (N, C, spatial ...)}.
     *
     * @throws ShapeFault if the input has another number of axes
     */
    public static Window over(Shape input, List<Integer> kernel, Attributes attributes) {
        int axes = kernel.size();
        if (input.rank() != axes + 2) {
            throw new ShapeFault(
                    (axes + 2) + " axes (batch, channels, " + axes + " spatial)", input.rank() + " axes: " + input);
        }
        List<Integer> in = input.sizes().subList(2, input.rank());
        List<Integer> strides = each("strides", axes, 1, attributes);
        List<Integer> dilations = each("dilations", axes, 1, attributes);
        String auto = attributes.text("auto_pad", "NOTSET");
        boolean ceil = attributes.integer("ceil_mode", 0) == 1;
        List<Integer> pads =
                auto.equals("NOTSET") ? each("pads", 2 * axes, 0, attributes) : Collections.nCopies(2 * axes, 0);
        Window given =
                new Window(in, kernel, strides, dilations, pads.subList(0, axes), pads.subList(axes, 2 * axes), ceil);
        return auto.startsWith("SAME") ? given.same(auto.equals("SAME_UPPER")) : given;
    }

    static List<Integer> each(String name, int count, int byDefault, Attributes attributes) {
        List<Integer> values = attributes.integers(name).orElse(Collections.nCopies(count, byDefault));
        if (values.size() != count) {
            throw new ShapeFault(count + " " + name, values.size() + ": " + values);
        }
        return values;
    }

    private Window same(boolean moreBehind) {
        List<Integer> before = new ArrayList<>();
        List<Integer> behind = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            int size = in.get(axis);
            int stride = strides.get(axis);
            if (size < 0 && stride != 1) {
                throw new ShapeFault("a size known beforehand for auto_pad with strides", "spatial sizes " + in);
            }
            int steps = size < 0 ? 0 : (size + stride - 1) / stride - 1;
            int total = Math.max(0, size < 0 ? reach(axis) - 1 : steps * stride + reach(axis) - size);
            before.add(moreBehind ? total / 2 : total - total / 2);
            behind.add(total - before.get(axis));
        }
        return new Window(in, kernel, strides, dilations, before, behind, false);
    }

    /** The number of spatial axes. */
    public int axes() {
        return kernel.size();
    }

    /** How far the window spans along an axis. */
    public int reach(int axis) {
        return (kernel.get(axis) - 1) * dilations.get(axis) + 1;
    }

    /**
     * The spatial sizes after sliding.
     *
     * @throws ShapeFault if the window is larger than what it slides over
     */
    public List<Integer> out() {
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            sizes.add(in.get(axis) < 0 ? Shape.UNKNOWN : out(axis));
        }
        return sizes;
    }

    private int out(int axis) {
        int padded = in.get(axis) + begins.get(axis) + ends.get(axis);
        int steps = padded - reach(axis);
        int stride = strides.get(axis);
        if (steps < 0) {
            throw new ShapeFault(
                    "at least " + reach(axis) + " along spatial axis " + axis + " for a window of " + kernel.get(axis),
                    padded + ": spatial sizes " + in + " have shrunk to nothing");
        }
        int count = (ceil ? (steps + stride - 1) / stride : steps / stride) + 1;
        boolean startsInPadding = ceil && (count - 1) * stride >= in.get(axis) + begins.get(axis);
        return startsInPadding ? count - 1 : count;
    }

    /** What must be added behind each axis (taken away where negative) for the windows to fill it exactly. */
    public List<Integer> filling() {
        List<Integer> filling = new ArrayList<>();
        List<Integer> out = out();
        for (int axis = 0; axis < axes(); axis++) {
            filling.add(
                    out.get(axis) < 0
                            ? ends.get(axis)
                            : (out.get(axis) - 1) * strides.get(axis) + reach(axis) - in.get(axis) - begins.get(axis));
        }
        return filling;
    }

    /** How many elements lie under the window at each place of an axis: the input's own, or with its padding. */
    public List<Integer> counts(int axis, boolean withPadding) {
        int first = withPadding ? 0 : begins.get(axis);
        int end = in.get(axis) + begins.get(axis) + (withPadding ? ends.get(axis) : 0);
        List<Integer> counts = new ArrayList<>();
        for (int place = 0; place < out(axis); place++) {
            int count = 0;
            for (int k = 0; k < kernel.get(axis); k++) {
                int at = place * strides.get(axis) + k * dilations.get(axis);
                count += at >= first && at < end ? 1 : 0;
            }
            counts.add(count);
        }
        return counts;
    }
}
