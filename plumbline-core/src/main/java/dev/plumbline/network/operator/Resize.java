package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code Resize}: inputs X, optional roi, scales or sizes, which must be known beforehand. Of an axis over the batch
 * the size must stay.
 */
public final class Resize implements Operator {
    @Override
    public String name() {
        return "Resize";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape shape = inputs.shape(0);
        for (ResizedAxis axis : axes(shape, inputs.constants(), inputs.attributes())) {
            shape = Sizes.with(shape, axis.axis(), axis.out());
        }
        return List.of(new ValueType(inputs.type(0).dtype(), shape));
    }

    /**
     * The axes that are resized; one that stays as it is is left out.
     *
     * @param known the values of the inputs, where they are known
     * @throws ShapeFault if sizes are not known
     */
    public static List<ResizedAxis> axes(Shape x, List<Optional<Tensor>> known, Attributes attributes) {
        int rank = x.rank();
        List<Integer> axes = attributes
                .integers("axes")
                .orElse(IntStream.range(0, rank).boxed().toList())
                .stream()
                .map(axis -> Inputs.axis(axis, rank))
                .toList();
        boolean crops =
                attributes.text("coordinate_transformation_mode", "half_pixel").equals("tf_crop_and_resize");
        Tensor region = crops ? given(known, 1) : null;
        List<ResizedAxis> resized = new ArrayList<>();
        Tensor scales = given(known, 2);
        boolean scaled = scales != null;
        Tensor asked = scales != null ? scales : given(known, 3);
        if (asked == null) {
            throw new ShapeFault("scales or sizes known beforehand", "values known only when it runs");
        }
        double shared = scaled ? 0 : shared(x, axes, asked, attributes);
        for (int i = 0; i < axes.size(); i++) {
            int axis = axes.get(i);
            int in = x.get(axis);
            double from = region == null ? 0 : region.get(i);
            double to = region == null ? 1 : region.get(i + axes.size());
            if (in < 0) {
                stays(x, axis, asked, i, scaled ? 1 : BatchCount.ofSize(in));
                continue;
            }
            // in float32, as ONNX's own shape inference has it
            double scale = scaled ? asked.get(i) : shared > 0 ? shared : asked.get(i) / in;
            int out = scaled
                    ? (int) Math.floor((float) in * (float) scale)
                    : shared > 0 ? (int) Math.floor(shared * in + 0.5) : (int) asked.get(i);
            if (in != out || scale != 1 || from != 0 || to != 1) {
                resized.add(ResizedAxis.of(axis, in, out, scale, from, to, attributes));
            }
        }
        return resized;
    }

    private static void stays(Shape x, int axis, Tensor asked, int index, double same) {
        if (asked.get(index) != same) {
            throw new ShapeFault("axis " + axis + " to stay as it is, its size being open", x.toString());
        }
    }

    /** The scale of all axes where their aspect ratio is kept, 0 where each has its own. */
    private static double shared(Shape x, List<Integer> axes, Tensor sizes, Attributes attributes) {
        String policy = attributes.text("keep_aspect_ratio_policy", "stretch");
        if (policy.equals("stretch")) {
            return 0;
        }
        var scales = IntStream.range(0, axes.size()).mapToDouble(i -> sizes.get(i) / x.get(axes.get(i)));
        return (policy.equals("not_larger") ? scales.min() : scales.max()).orElse(0);
    }

    private static @Nullable Tensor given(List<Optional<Tensor>> known, int index) {
        Tensor tensor = index < known.size() ? known.get(index).orElse(null) : null;
        return tensor == null || tensor.elements() == 0 ? null : tensor;
    }
}
