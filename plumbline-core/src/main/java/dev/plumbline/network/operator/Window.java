package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A window that slides over the spatial axes, as convolution and pooling have it, from the attributes
 * {@code kernel_shape}, {@code strides}, {@code pads} (begins, then ends), {@code dilations}, {@code auto_pad},
 * {@code ceil_mode}.
 */
record Window(List<Integer> kernel, Attributes attributes) {
    /** The sizes after sliding over those of the input {@code (N, C, spatial ...)}, without N and C. */
    List<Integer> slide(Shape input) {
        int axes = kernel.size();
        if (input.rank() != axes + 2) {
            throw new ShapeFault(
                    (axes + 2) + " axes (batch, channels, " + axes + " spatial)", input.rank() + " axes: " + input);
        }
        List<Integer> strides = attributes.integers("strides").orElse(Collections.nCopies(axes, 1));
        List<Integer> dilations = attributes.integers("dilations").orElse(Collections.nCopies(axes, 1));
        List<Integer> pads = attributes.integers("pads").orElse(Collections.nCopies(2 * axes, 0));
        String autoPad = attributes.text("auto_pad", "NOTSET");
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            int in = input.get(i + 2);
            int reach = (kernel.get(i) - 1) * dilations.get(i) + 1;
            if (autoPad.startsWith("SAME")) {
                sizes.add((in + strides.get(i) - 1) / strides.get(i));
                continue;
            }
            int padded = autoPad.equals("VALID") ? in : in + pads.get(i) + pads.get(i + axes);
            if (padded < reach) {
                throw new ShapeFault(
                        "at least " + reach + " along spatial axis " + i + " for a window of " + kernel.get(i),
                        padded + ": " + input + " has shrunk to nothing");
            }
            int steps = padded - reach;
            int count = attributes.integer("ceil_mode", 0) == 1
                    ? (steps + strides.get(i) - 1) / strides.get(i)
                    : steps / strides.get(i);
            sizes.add(count + 1);
        }
        return sizes;
    }
}
