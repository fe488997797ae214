package dev.plumbline.torch;

import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The same values with other sizes or in another order, cut, joined. */
final class ShapeText {
    /** From images with their channels last. */
    private static final String CHANNELS_FIRST = "[0, 3, 1, 2]";

    private ShapeText() {}

    static void rows(Translations table) {
        table.row("Identity", n -> "torch.alias(" + n.in(0) + ")");
        table.row("Flatten", ShapeText::flatten);
        table.row("Reshape", ShapeText::reshape);
        table.row("Transpose", ShapeText::transpose);
        table.row("Squeeze", ShapeText::squeeze);
        table.row("Unsqueeze", ShapeText::unsqueeze);
        table.row("Expand", ShapeText::expand);
        table.row("Tile", n -> "torch.tile(" + n.in(0) + ", " + Literals.list(n.wholes(1)) + ")");
        table.row("Concat", n -> "torch.cat([" + String.join(", ", n.inputs()) + "], " + n.integer("axis", 1) + ")");
        table.row("Split", ShapeText::split);
        table.row("Slice", SliceText::slice);
        table.row("Pad", PadText::pad);
        table.row("CenterCropPad", PadText::centerCropPad);
        table.row("DepthToSpace", ShapeText::depthToSpace);
        table.row("SpaceToDepth", ShapeText::spaceToDepth);
    }

    private static String flatten(NodeText n) {
        int rank = n.shape(0).rank();
        int split = n.axis("axis", 1, rank);
        if (split == 0) {
            return "torch.reshape(" + n.in(0) + ", [1, -1])";
        }
        if (split == rank) {
            return "torch.reshape(" + n.in(0) + ", [-1, 1])";
        }
        String rows = "torch.flatten(" + n.in(0) + ", " + split + ")";
        return split == 1 ? rows : "torch.flatten(" + rows + ", 0, " + (split - 1) + ")";
    }

    private static String reshape(NodeText n) {
        Shape out = n.outputShape();
        if (out.isKnown()) {
            boolean open = out.batchedAxes() == 1 && !out.sizes().contains(0);
            return "torch.reshape(" + n.in(0) + ", "
                    + (open
                            ? Literals.wholes(out.sizes().stream()
                                    .map(s -> Math.max(-1, s))
                                    .toList())
                            : NodeText.sizes(out))
                    + ")";
        }
        List<String> target = new ArrayList<>(n.wholes(1));
        for (int axis = 0; axis < target.size(); axis++) {
            if (target.get(axis).equals("0") && n.integer("allowzero", 0) == 0) {
                target.set(axis, n.size(0, axis));
            }
        }
        return "torch.reshape(" + n.in(0) + ", " + Literals.list(target) + ")";
    }

    private static String transpose(NodeText n) {
        int rank = n.shape(0).rank();
        List<Integer> order = n.attributes()
                .integers("perm")
                .orElse(IntStream.range(0, rank).mapToObj(i -> rank - 1 - i).toList());
        String view = "torch.permute(" + n.in(0) + ", " + Literals.wholes(order) + ")";
        // convolutions over the strided view would go on in its layout, which is slower for deep networks
        return Literals.wholes(order).equals(CHANNELS_FIRST) ? "torch.contiguous(" + view + ")" : view;
    }

    /** Axes by their number: one that runs over the batch may be of size 1 by chance. */
    private static String squeeze(NodeText n) {
        Shape x = n.shape(0);
        List<Integer> axes = n.has(1)
                ? LongStream.of(n.constant(1)).mapToObj(Math::toIntExact).toList()
                : IntStream.range(0, x.rank())
                        .filter(axis -> x.get(axis) == 1)
                        .boxed()
                        .toList();
        return axes.isEmpty() ? "torch.alias(" + n.in(0) + ")" : "torch.squeeze(" + n.in(0) + ", " + axes + ")";
    }

    private static String unsqueeze(NodeText n) {
        int rank = n.outputShape().rank();
        List<Long> axes = LongStream.of(n.constant(1))
                .map(axis -> axis < 0 ? axis + rank : axis)
                .sorted()
                .boxed()
                .toList();
        String x = axes.isEmpty() ? "torch.alias(" + n.in(0) + ")" : n.in(0);
        for (long axis : axes) {
            x = "torch.unsqueeze(" + x + ", " + axis + ")";
        }
        return x;
    }

    private static String expand(NodeText n) {
        if (n.outputShape().isKnown()) {
            return "torch.expand(" + n.in(0) + ", " + NodeText.sizes(n.outputShape()) + ")";
        }
        String sizes = Literals.list(n.wholes(1));
        return "(torch.broadcast_tensors([" + n.in(0) + ", torch.empty(" + sizes + ")]))[0]";
    }

    private static String split(NodeText n) {
        int axis = n.axis("axis", 0, n.shape(0).rank());
        if (!n.has(1)) {
            // the parts are alike but for the last, of which libtorch makes what is left
            String parts = n.let("torch.split(" + n.in(0) + ", "
                    + NodeText.size(n.outputShape().get(axis)) + ", " + axis + ")");
            for (int i = 1; i < n.integer("num_outputs", 1); i++) {
                n.gives(i, parts + "[" + i + "]");
            }
            return parts + "[0]";
        }
        List<String> sizes = n.wholes(1);
        String parts = n.let("torch.split_with_sizes(" + n.in(0) + ", " + Literals.list(sizes) + ", " + axis + ")");
        for (int i = 1; i < sizes.size(); i++) {
            n.gives(i, parts + "[" + i + "]");
        }
        return parts + "[0]";
    }

    private static String depthToSpace(NodeText n) {
        int block = n.integer("blocksize", 1);
        if (!deepest(n)) {
            return "torch.pixel_shuffle(" + n.in(0) + ", " + block + ")";
        }
        int depth = n.shape(0).get(1) / block / block;
        String apart = "torch.reshape(" + n.in(0) + ", "
                + Literals.list(List.of(n.size(0, 0), "" + block, "" + block, "" + depth, n.size(0, 2), n.size(0, 3)))
                + ")";
        return "torch.reshape(torch.permute(" + apart + ", [0, 3, 4, 1, 5, 2]), " + NodeText.sizes(n.outputShape())
                + ")";
    }

    /** Whether the channels that were there vary fastest among those of a block. */
    private static boolean deepest(NodeText n) {
        return n.attributes().text("mode", "DCR").equals("DCR");
    }

    private static String spaceToDepth(NodeText n) {
        int block = n.integer("blocksize", 1);
        Shape out = n.outputShape();
        String apart = "torch.reshape(" + n.in(0) + ", "
                + Literals.list(
                        List.of(n.size(0, 0), n.size(0, 1), "" + out.get(2), "" + block, "" + out.get(3), "" + block))
                + ")";
        return "torch.reshape(torch.permute(" + apart + ", "
                + (deepest(n) ? "[0, 3, 5, 1, 2, 4]" : "[0, 1, 3, 5, 2, 4]") + "), " + NodeText.sizes(out) + ")";
    }
}
