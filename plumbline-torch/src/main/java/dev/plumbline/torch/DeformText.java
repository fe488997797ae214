package dev.plumbline.torch;

import dev.plumbline.data.Shape;
import dev.plumbline.network.operator.Window;

/** Deformable convolution: the places under each window are read by grid sampling, then summed by the weights. */
final class DeformText {
    private DeformText() {}

    static String conv(NodeText n) {
        Shape x = n.shape(0);
        Shape w = n.shape(1);
        Shape out = n.outputShape();
        Window window = Window.over(x, w.sizes().subList(2, 4), n.attributes());
        int groups = n.integer("offset_group", 1);
        int high = w.get(2);
        int wide = w.get(3);
        int kernel = high * wide;
        // (N offset_group, kernel, 2, out height, out width)
        String offsets = n.let(
                "torch.reshape(" + n.in(2) + ", [-1, " + kernel + ", 2, " + out.get(2) + ", " + out.get(3) + "])");
        String rows = place(n, window, 0, out.get(2), high, "[" + high + ", 1, " + out.get(2) + ", 1]");
        String columns = place(n, window, 1, out.get(3), wide, "[1, " + wide + ", 1, " + out.get(3) + "]");
        String flat = "[" + kernel + ", " + out.get(2) + ", " + out.get(3) + "]";
        String expanded = "[" + high + ", " + wide + ", " + out.get(2) + ", " + out.get(3) + "]";
        String y = n.let("torch.add(torch.select(" + offsets + ", 2, 0), torch.reshape(torch.expand(" + rows + ", "
                + expanded + "), " + flat + "))");
        String at = n.let("torch.add(torch.select(" + offsets + ", 2, 1), torch.reshape(torch.expand(" + columns + ", "
                + expanded + "), " + flat + "))");
        boolean corners = x.get(2) > 1 && x.get(3) > 1;
        String grid = n.let("torch.flatten(torch.stack([" + scaled(at, x.get(3), corners) + ", "
                + scaled(y, x.get(2), corners) + "], -1), 1, 2)");
        String images = n.let(
                "torch.reshape(" + n.in(0) + ", [-1, " + x.get(1) / groups + ", " + x.get(2) + ", " + x.get(3) + "])");
        String read = n.let(
                "torch.unflatten(torch.grid_sampler(" + images + ", " + grid + ", 0, 0, " + (corners ? "True" : "False")
                        + "), 2, [" + kernel
                        + ", " + out.get(2) + "])");
        if (n.has(4)) {
            read = n.let("torch.mul(" + read + ", torch.reshape(" + n.in(4) + ", [-1, 1, " + kernel + ", " + out.get(2)
                    + ", " + out.get(3) + "]))");
        }
        int group = n.integer("group", 1);
        String columnsOf = n.let("torch.reshape(" + read + ", [-1, " + group + ", " + w.get(1) * kernel + ", "
                + out.get(2) * out.get(3) + "])");
        String weights = n.let(
                "torch.reshape(" + n.in(1) + ", [" + group + ", " + w.get(0) / group + ", " + w.get(1) * kernel + "])");
        String sums = n.let("torch.reshape(torch.matmul(" + weights + ", " + columnsOf + "), [-1, " + w.get(0) + ", "
                + out.get(2) + ", " + out.get(3) + "])");
        return n.has(3)
                ? "torch.add(" + sums + ", torch.reshape(" + n.in(3) + ", [-1, 1, 1]))"
                : "torch.alias(" + sums + ")";
    }

    /** Where the elements of each window stand without offsets, along one axis. */
    private static String place(NodeText n, Window window, int axis, int count, int kernel, String shape) {
        String starts = "torch.sub(torch.mul(torch.arange(" + count + "), "
                + window.strides().get(axis) + "), " + window.begins().get(axis) + ")";
        String within =
                "torch.mul(torch.arange(" + kernel + "), " + window.dilations().get(axis) + ")";
        return n.let("torch.reshape(torch.add(torch.unsqueeze(" + within + ", 1), torch.unsqueeze(" + starts + ", 0)), "
                + shape + ")");
    }

    /** A place in pixels as grid sampling counts it: -1 and 1 are the corner pixels' centres, or their outer edges. */
    private static String scaled(String pixels, int size, boolean corners) {
        return corners
                ? "torch.sub(torch.mul(torch.div(" + pixels + ", " + (size - 1) + "), 2), 1)"
                : "torch.sub(torch.mul(torch.add(" + pixels + ", 0.5), " + 2.0 / size + "), 1)";
    }
}
