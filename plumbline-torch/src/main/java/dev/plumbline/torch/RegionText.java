package dev.plumbline.torch;

import dev.plumbline.data.DType;

/**
 * Pooling of regions. Interpolation between pixels is a product with a matrix a region for heights and one for widths,
 * whose entries are {@code max(0, 1 - |place - pixel|)}.
 */
final class RegionText {
    private RegionText() {}

    static String align(NodeText n) {
        boolean largest = n.attributes().text("mode", "avg").equals("max");
        String images = n.let("torch.index_select(" + n.in(0) + ", 0, " + n.as(2, DType.INT64) + ")");
        Samples rows = samples(n, 1, n.size(0, 2), n.integer("output_height", 1));
        Samples columns = samples(n, 0, n.size(0, 3), n.integer("output_width", 1));
        if (!largest) {
            String heights = n.let("torch.unsqueeze(" + rows.mean(n) + ", 1)");
            String widths = n.let("torch.unsqueeze(torch.transpose(" + columns.mean(n) + ", 1, 2), 1)");
            return "torch.matmul(torch.matmul(" + heights + ", " + images + "), " + widths + ")";
        }
        // ONNX takes the largest of the four weighted pixels around each place, not of their sum
        String best = "";
        for (String above : new String[] {"torch.ge", "torch.lt"}) {
            for (String left : new String[] {"torch.ge", "torch.lt"}) {
                String one = n.let("torch.matmul(torch.matmul(" + rows.part(n, above) + ", " + images
                        + "), torch.transpose(" + columns.part(n, left) + ", 2, 3))");
                best = best.isEmpty() ? one : n.let("torch.maximum(" + best + ", " + one + ")");
            }
        }
        String used =
                n.let("torch.mul(torch.unsqueeze(" + rows.used + ", -1), torch.unsqueeze(" + columns.used + ", -2))");
        String counted = n.let(
                "torch.masked_fill(" + best + ", torch.eq(torch.unsqueeze(" + used + ", 1), 0), " + "torch.neg(inf))");
        String apart = n.let("torch.reshape(" + counted + ", [-1, " + n.size(0, 1) + ", " + rows.bins + ", "
                + rows.count + ", " + columns.bins + ", " + columns.count + "])");
        return "torch.amax(" + apart + ", [3, 5])";
    }

    /**
     * Places along one axis.
     *
     * @param triangles weights {@code (regions, bins * count, pixels)}
     * @param distance place less pixel, alike
     * @param used 1 where a region has that many places a bin, 0 beyond
     * @param each places a bin of each region
     */
    private record Samples(int bins, String count, String triangles, String distance, String used, String each) {
        /** The mean of each bin's places as weights {@code (regions, bins, pixels)}. */
        String mean(NodeText n) {
            String weighted = n.let("torch.mul(" + triangles + ", torch.unsqueeze(" + used + ", -1))");
            String apart = "torch.reshape(" + weighted + ", [torch.size(" + weighted + ", 0), " + bins + ", " + count
                    + ", torch.size(" + weighted + ", 2)])";
            return n.let("torch.div(torch.sum(" + apart + ", [2]), torch.reshape(" + each + ", [-1, 1, 1]))");
        }

        /** The weights of the pixels on one side of each place only. */
        String part(NodeText n, String side) {
            return n.let("torch.unsqueeze(torch.mul(" + triangles + ", " + side + "(" + distance + ", 0)), 1)");
        }
    }

    private static Samples samples(NodeText n, int column, String pixels, int bins) {
        double scale = n.number("spatial_scale", 1);
        boolean half = n.attributes()
                .text("coordinate_transformation_mode", "half_pixel")
                .equals("half_pixel");
        String shift = half ? "0.5" : "0.";
        String factor = ProgramText.literal(scale);
        String start = n.let("torch.sub(torch.mul(torch.select(" + n.in(1) + ", 1, " + column + "), " + factor + "), "
                + shift + ")");
        String end = n.let("torch.sub(torch.mul(torch.select(" + n.in(1) + ", 1, " + (column + 2) + "), " + factor
                + "), " + shift + ")");
        String span = n.let("torch.sub(" + end + ", " + start + ")");
        if (!half) {
            span = n.let("torch.clamp_min(" + span + ", 1.)");
        }
        String bin = n.let("torch.div(" + span + ", " + bins + ")");
        int ratio = n.integer("sampling_ratio", 0);
        String each = n.let(
                ratio > 0
                        ? "torch.full_like(torch.detach(" + bin + "), " + ratio + ")"
                        : "torch.clamp_min(torch.ceil(torch.detach(" + bin + ")), 1)");
        String count = n.let(ratio > 0 ? String.valueOf(ratio) : "int(torch.max(" + each + "))");
        String order = n.let("torch.to(torch.arange(" + count + "), "
                + ScalarTypes.of(n.type(1).dtype()) + ")");
        String within = n.let("torch.div(torch.add(" + order + ", 0.5), torch.unsqueeze(" + each + ", 1))");
        String used = n.let("torch.to(torch.lt(" + order + ", torch.unsqueeze(" + each + ", 1)), "
                + ScalarTypes.of(n.type(0).dtype()) + ")");
        String steps = n.let("torch.add(torch.reshape(torch.arange(" + bins + "), [1, " + bins
                + ", 1]), torch.unsqueeze(" + within + ", 1))");
        String places = n.let("torch.flatten(torch.add(torch.reshape(" + start
                + ", [-1, 1, 1]), torch.mul(torch.reshape(" + bin + ", [-1, 1, 1]), " + steps + ")), 1)");
        String valid = n.let("torch.mul(torch.ge(" + places + ", -1.), torch.le(" + places + ", " + pixels + "))");
        String inside = n.let("torch.clamp(" + places + ", 0, torch.sub(" + pixels + ", 1))");
        String distance = n.let("torch.sub(torch.unsqueeze(" + inside + ", -1), torch.arange(" + pixels + "))");
        String triangles = n.let("torch.mul(torch.relu(torch.rsub(torch.abs(" + distance + "), 1)), torch.unsqueeze("
                + valid + ", -1))");
        String all = n.let("torch.flatten(torch.expand(torch.unsqueeze(" + used + ", 1), [-1, " + bins + ", -1]), 1)");
        return new Samples(bins, count, triangles, distance, all, each);
    }

    /** The largest of each bin, whose edges are whole pixels; 0 where it holds none. */
    static String largest(NodeText n) {
        String regions = n.in(1);
        String images =
                n.let("torch.index_select(" + n.in(0) + ", 0, torch.to(torch.select(" + regions + ", 1, 0), 4))");
        String columns = bins(n, 1, n.outputShape().get(3), n.size(0, 3));
        String rows = bins(n, 2, n.outputShape().get(2), n.size(0, 2));
        String lowest = "torch.neg(inf)";
        String wide = n.let("torch.amax(torch.masked_fill(torch.unsqueeze(" + images
                + ", 3), torch.logical_not(torch.unsqueeze(torch.unsqueeze(" + columns + ", 1), 1)), " + lowest
                + "), [4])");
        String high = n.let("torch.amax(torch.masked_fill(torch.unsqueeze(torch.transpose(" + wide
                + ", 2, 3), 2), torch.logical_not(torch.unsqueeze(torch.unsqueeze(" + rows + ", 1), 3)), " + lowest
                + "), [4])");
        return "torch.masked_fill(" + high + ", torch.isinf(" + high + "), 0.)";
    }

    /** Which pixels belong to each bin of each region. */
    private static String bins(NodeText n, int column, int bins, String pixels) {
        String factor = ProgramText.literal(n.number("spatial_scale", 1));
        String start =
                n.let("torch.round(torch.mul(torch.select(" + n.in(1) + ", 1, " + column + "), " + factor + "))");
        String end =
                n.let("torch.round(torch.mul(torch.select(" + n.in(1) + ", 1, " + (column + 2) + "), " + factor + "))");
        String size = n.let(
                "torch.div(torch.clamp_min(torch.add(torch.sub(" + end + ", " + start + "), 1), 1), " + bins + ")");
        String order = n.let("torch.reshape(torch.arange(" + bins + "), [1, -1])");
        String from = n.let("torch.add(torch.floor(torch.mul(torch.unsqueeze(" + size + ", 1), " + order
                + ")), torch.unsqueeze(" + start + ", 1))");
        String to = n.let("torch.add(torch.ceil(torch.mul(torch.unsqueeze(" + size + ", 1), torch.add(" + order
                + ", 1))), torch.unsqueeze(" + start + ", 1))");
        String all = n.let("torch.arange(" + pixels + ")");
        return n.let("torch.logical_and(torch.ge(" + all + ", torch.unsqueeze(" + from + ", -1)), torch.lt(" + all
                + ", torch.unsqueeze(" + to + ", -1)))");
    }
}
