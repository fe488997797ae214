package dev.plumbline.torch;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.operator.TransposedWindow;
import dev.plumbline.network.operator.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** Images at other places or sizes. */
final class SamplingText {
    private static final Map<String, Integer> MODES =
            Map.of("linear", 0, "bilinear", 0, "nearest", 1, "cubic", 2, "bicubic", 2);

    private static final Map<String, Integer> PADDINGS = Map.of("zeros", 0, "border", 1, "reflection", 2);

    private SamplingText() {}

    static void rows(Translations table) {
        table.row("Resize", ResizeText::resize);
        table.row("GridSample", SamplingText::gridSample);
        table.row("AffineGrid", SamplingText::affineGrid);
        table.row("Col2Im", SamplingText::col2Im);
        table.row("RoiAlign", RegionText::align);
        table.row("MaxRoiPool", RegionText::largest);
        table.row("DFT", SignalText::dft);
        table.row("STFT", SignalText::stft);
        table.row("HannWindow", n -> SignalText.taper(n, 0.5, 0.5, 0));
        table.row("HammingWindow", n -> SignalText.taper(n, 25.0 / 46, 21.0 / 46, 0));
        table.row("BlackmanWindow", n -> SignalText.taper(n, 0.42, 0.5, 0.08));
        table.row(
                "MelWeightMatrix",
                n -> Literals.tensor(n.outputValue(), n.outputType().dtype()));
    }

    private static String gridSample(NodeText n) {
        int mode = Objects.requireNonNull(MODES.get(n.attributes().text("mode", "linear")));
        int padding = Objects.requireNonNull(PADDINGS.get(n.attributes().text("padding_mode", "zeros")));
        return "torch.grid_sampler(" + n.in(0) + ", " + n.in(1) + ", " + mode + ", " + padding + ", "
                + WindowText.truth(n.integer("align_corners", 0) == 1) + ")";
    }

    private static String affineGrid(NodeText n) {
        List<String> sizes = new ArrayList<>(n.wholes(1));
        return "torch.affine_grid_generator(" + n.in(0) + ", " + Literals.list(sizes) + ", "
                + WindowText.truth(n.integer("align_corners", 0) == 1) + ")";
    }

    /** A transposed convolution that puts each element of a block at its own place. */
    private static String col2Im(NodeText n) {
        List<Integer> block = wholeNumbers(n, 2);
        List<Integer> image = wholeNumbers(n, 1);
        int axes = block.size();
        int all = block.stream().reduce(1, (a, b) -> a * b);
        // the windows over an image of this size, to know how many blocks lie along each axis
        List<Integer> sizes = new ArrayList<>(List.of(1, 1));
        sizes.addAll(image);
        Window window = Window.over(new Shape(sizes), block, n.attributes());
        List<Integer> blocks = new ArrayList<>(List.of(1, 1));
        blocks.addAll(window.out());
        Attributes plain = n.attributes().without("pads");
        List<Integer> full =
                TransposedWindow.over(new Shape(blocks), block, plain).full();
        List<Integer> before = new ArrayList<>();
        List<Integer> behind = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            before.add(-window.begins().get(axis));
            behind.add(image.get(axis) - full.get(axis) + window.begins().get(axis));
        }
        String x = n.let("torch.reshape(" + n.in(0) + ", [-1, " + all + ", " + inner(window.out()) + "])");
        String weight = n.let("torch.reshape(torch.eye(" + all + ", dtype="
                + ScalarTypes.of(n.type(0).dtype()) + "), [" + all + ", 1, " + inner(block) + "])");
        List<Integer> none = WindowText.each(axes, 0);
        String images = n.let("torch.conv_transpose" + axes + "d(" + x + ", " + weight + ", None, " + window.strides()
                + ", " + none + ", " + none + ", 1, " + window.dilations() + ")");
        return "torch.reshape(" + WindowText.padded(images, before, behind, "0") + ", "
                + NodeText.sizes(n.outputShape()) + ")";
    }

    private static List<Integer> wholeNumbers(NodeText n, int index) {
        return n.known(index).orElse(null) instanceof LongTensor values
                ? LongStream.of(values.values()).mapToObj(Math::toIntExact).toList()
                : List.of();
    }

    private static String inner(List<Integer> sizes) {
        String list = sizes.toString();
        return list.substring(1, list.length() - 1);
    }
}
