package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.network.operator.Resize;
import dev.plumbline.network.operator.ResizedAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Resize: along each axis by itself a pick of elements or a product with a matrix of weights, which are worked out
 * beforehand; images by libtorch's own kernels where these place pixels alike.
 */
final class ResizeText {
    private ResizeText() {}

    static String resize(NodeText n) {
        List<Optional<dev.plumbline.data.Tensor>> known = new ArrayList<>();
        for (int i = 0; i < n.inputCount(); i++) {
            known.add(n.known(i));
        }
        List<ResizedAxis> axes = Resize.axes(n.shape(0), known, n.attributes());
        if (axes.isEmpty()) {
            return "torch.alias(" + n.in(0) + ")";
        }
        Optional<String> own = own(n, axes);
        if (own.isPresent()) {
            return own.orElseThrow();
        }
        DType dtype = n.type(0).dtype();
        boolean picks = axes.stream().allMatch(ResizedAxis::isPick);
        DType held = picks || dtype.isFloat() ? dtype : DType.FLOAT32;
        String x = n.as(0, held);
        for (ResizedAxis axis : axes) {
            x = n.let(along(n, x, axis, held));
        }
        for (ResizedAxis axis : axes) {
            x = axis.reachesOutside() ? n.let(outside(n, x, axis)) : x;
        }
        return held == dtype ? "torch.alias(" + x + ")" : n.back(x, held);
    }

    /** A kernel of libtorch's for the two axes of images. */
    private static Optional<String> own(NodeText n, List<ResizedAxis> axes) {
        boolean images = n.shape(0).rank() == 4
                && axes.size() == 2
                && axes.stream()
                        .mapToInt(ResizedAxis::axis)
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(List.of(2, 3))
                && n.type(0).dtype().isFloat()
                && axes.stream().noneMatch(ResizedAxis::reachesOutside);
        if (!images) {
            return Optional.empty();
        }
        String sizes = "[" + n.outputShape().get(2) + ", " + n.outputShape().get(3) + "]";
        if (axes.stream().allMatch(ResizeText::isPlainPick)) {
            return Optional.of("torch.upsample_nearest2d(" + n.in(0) + ", " + sizes + ")");
        }
        String places = n.attributes().text("coordinate_transformation_mode", "half_pixel");
        boolean linear = n.attributes().text("mode", "nearest").equals("linear")
                && n.integer("antialias", 0) == 0
                && n.integer("exclude_outside", 0) == 0;
        boolean corners = places.equals("align_corners");
        boolean centres = places.endsWith("half_pixel") && axes.stream().allMatch(a -> a.out() > 1);
        if (!linear || !corners && !centres || !axes.stream().allMatch(a -> isWhole(n, a))) {
            return Optional.empty();
        }
        return Optional.of(
                "torch.upsample_bilinear2d(" + n.in(0) + ", " + sizes + ", " + WindowText.truth(corners) + ")");
    }

    /** Whether the sizes alone say the scale. */
    private static boolean isWhole(NodeText n, ResizedAxis axis) {
        boolean given =
                n.has(3) && n.known(3).filter(sizes -> sizes.elements() > 0).isPresent();
        boolean stretched =
                n.attributes().text("keep_aspect_ratio_policy", "stretch").equals("stretch");
        return given && stretched || axis.out() % axis.in() == 0 && isMultiple(n, axis);
    }

    private static boolean isMultiple(NodeText n, ResizedAxis axis) {
        double factor = (double) axis.out() / axis.in();
        return n.known(2)
                .map(scales -> IntStream.range(0, scales.elements()).anyMatch(i -> scales.get(i) == factor))
                .orElse(false);
    }

    /** As libtorch picks: {@code floor(i * in / out)}. */
    private static boolean isPlainPick(ResizedAxis axis) {
        return axis.isPick()
                && IntStream.range(0, axis.out())
                        .allMatch(i -> axis.pick(i) == (int) ((long) i * axis.in() / axis.out()));
    }

    private static String along(NodeText n, String x, ResizedAxis axis, DType dtype) {
        if (axis.isPick()) {
            List<Integer> picks =
                    IntStream.range(0, axis.out()).map(axis::pick).boxed().toList();
            return "torch.index_select(" + x + ", " + axis.axis() + ", torch.tensor(" + picks + "))";
        }
        int mixed = axis.weights()[0].length;
        String places = Arrays.stream(axis.places())
                .flatMapToInt(Arrays::stream)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "[", "]"));
        String weights = Arrays.stream(axis.weights())
                .flatMapToDouble(Arrays::stream)
                .mapToObj(ProgramText::literal)
                .collect(Collectors.joining(", ", "[", "]"));
        String size = ", [" + axis.out() + ", " + mixed + "])";
        int type = ScalarTypes.of(dtype);
        String matrix = n.let("torch.scatter_add(torch.zeros([" + axis.out() + ", " + axis.in() + "], dtype=" + type
                + "), 1, torch.reshape(torch.tensor(" + places + ")" + size + ", torch.reshape(torch.tensor(" + weights
                + ", dtype=" + type + ")" + size + ")");
        int rank = n.shape(0).rank();
        if (axis.axis() == rank - 2) {
            return "torch.matmul(" + matrix + ", " + x + ")";
        }
        String last = axis.axis() == rank - 1 ? x : "torch.transpose(" + x + ", " + axis.axis() + ", -1)";
        String product = "torch.matmul(" + last + ", torch.t(" + matrix + "))";
        return axis.axis() == rank - 1 ? product : "torch.transpose(" + product + ", " + axis.axis() + ", -1)";
    }

    private static String outside(NodeText n, String x, ResizedAxis axis) {
        String flags = IntStream.range(0, axis.out())
                .mapToObj(i -> axis.outside()[i] ? "1" : "0")
                .collect(Collectors.joining(", ", "[", "]"));
        String mask = "torch.reshape(torch.to(torch.tensor(" + flags + "), 11), [-1"
                + ", 1".repeat(n.shape(0).rank() - 1 - axis.axis()) + "])";
        return "torch.masked_fill(" + x + ", " + mask + ", " + n.literal("extrapolation_value", 0) + ")";
    }
}
