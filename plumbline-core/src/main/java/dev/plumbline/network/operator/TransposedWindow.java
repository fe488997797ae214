package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The window of a transposed convolution, which spreads each element over a window of the output. Formulas as the page
 * of ONNX's {@code ConvTranspose} has them.
 *
 * @param full spatial sizes before anything is cut off: {@code stride * (in - 1) + reach}
 * @param begins what is cut off before each axis; negative where zeros are added
 * @param out spatial sizes of the output
 * @param outputPadding what is added behind each axis
 */
public record TransposedWindow(
        List<Integer> full,
        List<Integer> strides,
        List<Integer> dilations,
        List<Integer> begins,
        List<Integer> out,
        List<Integer> outputPadding) {
    public TransposedWindow {
        full = List.copyOf(full);
        strides = List.copyOf(strides);
        dilations = List.copyOf(dilations);
        begins = List.copyOf(begins);
        out = List.copyOf(out);
        outputPadding = List.copyOf(outputPadding);
    }

    /** @throws ShapeFault if the input does not fit */
    public static TransposedWindow over(Shape input, List<Integer> kernel, Attributes attributes) {
        Window window = Window.over(input, kernel, attributes.without("auto_pad"));
        int axes = kernel.size();
        List<Integer> outputPadding = Window.each("output_padding", axes, 0, attributes);
        List<Integer> given = attributes.integers("output_shape").orElse(List.of());
        String auto = attributes.text("auto_pad", "NOTSET");
        List<Integer> full = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        List<Integer> out = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            int in = window.in().get(axis);
            int stride = window.strides().get(axis);
            int spread = in < 0 ? Shape.UNKNOWN : stride * (in - 1) + window.reach(axis);
            full.add(spread);
            if (in < 0 && (!given.isEmpty() || auto.startsWith("SAME"))) {
                throw new ShapeFault("a size known beforehand for output_shape or auto_pad", "spatial sizes " + input);
            }
            if (!given.isEmpty() || auto.startsWith("SAME")) {
                int wanted = given.isEmpty() ? in * stride : given.get(given.size() - axes + axis);
                int total = spread + outputPadding.get(axis) - wanted;
                int half = Math.floorDiv(total, 2);
                begins.add(total < 0 ? 0 : auto.equals("SAME_UPPER") ? half : total - half);
                out.add(wanted);
            } else {
                int begin = auto.equals("VALID") ? 0 : window.begins().get(axis);
                int end = auto.equals("VALID") ? 0 : window.ends().get(axis);
                begins.add(begin);
                out.add(in < 0 ? Shape.UNKNOWN : spread + outputPadding.get(axis) - begin - end);
            }
        }
        return new TransposedWindow(full, window.strides(), window.dilations(), begins, out, outputPadding);
    }

    /** What is cut off behind each axis; negative where more is added. Of axes whose size is known. */
    public List<Integer> ends() {
        List<Integer> ends = new ArrayList<>();
        for (int axis = 0; axis < full.size(); axis++) {
            ends.add(full.get(axis) - begins.get(axis) - out.get(axis));
        }
        return ends;
    }
}
