package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.operator.TransposedWindow;
import dev.plumbline.network.operator.Window;
import java.util.ArrayList;
import java.util.List;

/** Pooling by the largest value, and the way back. A NaN under the window is the largest. */
final class MaxPoolText {
    private MaxPoolText() {}

    static String pool(NodeText n) {
        Window window = WindowText.pooling(n);
        boolean taken = WindowText.takesPadding(window);
        DType dtype = n.type(0).dtype();
        DType held = dtype.isFloat() ? dtype : DType.FLOAT64;
        String x = n.as(0, held);
        if (!taken) {
            x = n.let(WindowText.padded(x, window.begins(), window.filling(), Literals.real(Double.NEGATIVE_INFINITY)));
        }
        List<Integer> begins = taken ? window.begins() : WindowText.each(window.axes(), 0);
        boolean where = n.wants(1);
        String call = "torch.max_pool" + window.axes() + "d" + (where ? "_with_indices" : "") + "(" + x + ", "
                + window.kernel() + ", " + window.strides() + ", " + begins + ", " + window.dilations() + ", "
                + WindowText.truth(taken && window.ceil()) + ")";
        if (!where) {
            return n.back(call, held);
        }
        String both = n.let(call);
        n.gives(1, indices(n, window, "(" + both + ")[1]", taken));
        return n.back("(" + both + ")[0]", held);
    }

    /** Places in one channel's padded plane as places in the whole unpadded input. */
    private static String indices(NodeText n, Window window, String places, boolean taken) {
        String rest = n.let(places);
        int axes = window.axes();
        boolean columns = n.integer("storage_order", 0) == 1;
        List<String> coordinates = new ArrayList<>();
        for (int axis = axes - 1; axis >= 0; axis--) {
            int begin = taken ? 0 : window.begins().get(axis);
            String size = taken
                    ? n.size(0, axis + 2)
                    : String.valueOf(
                            window.in().get(axis) + begin + window.filling().get(axis));
            String along = n.let("torch.sub(torch.remainder(" + rest + ", " + size + "), " + begin + ")");
            rest = n.let("torch.floor_divide(" + rest + ", " + size + ")");
            coordinates.add(0, along);
        }
        String planes = n.let("torch.reshape(torch.arange(torch.mul(" + n.size(0, 0) + ", " + n.size(0, 1) + ")), ["
                + n.size(0, 0) + ", " + n.size(0, 1) + ", 1".repeat(axes) + "])");
        String place = planes;
        for (int i = 0; i < axes; i++) {
            int axis = columns ? axes - 1 - i : i;
            place = n.let(
                    "torch.add(torch.mul(" + place + ", " + n.size(0, axis + 2) + "), " + coordinates.get(axis) + ")");
        }
        return place;
    }

    static String unpool(NodeText n) {
        Shape x = n.shape(0);
        List<Integer> kernel = n.attributes().integers("kernel_shape").orElseThrow();
        List<Integer> sizes = new ArrayList<>(List.of(x.get(0), x.get(1)));
        sizes.addAll(TransposedWindow.over(x, kernel, n.attributes()).out());
        Shape plain = new Shape(sizes);
        String all = n.let("torch.new_zeros(" + n.in(0) + ", " + NodeText.sizes(plain) + ")");
        String back = "torch.reshape(torch.scatter(torch.flatten(" + all + "), 0, torch.flatten(" + n.in(1)
                + "), torch.flatten(" + n.in(0) + ")), " + NodeText.sizes(plain) + ")";
        List<Integer> more = new ArrayList<>();
        for (int axis = 2; axis < x.rank(); axis++) {
            more.add(n.outputShape().get(axis) - plain.get(axis));
        }
        return more.stream().allMatch(size -> size == 0)
                ? back
                : WindowText.padded(n.let(back), WindowText.each(kernel.size(), 0), more, "0");
    }
}
