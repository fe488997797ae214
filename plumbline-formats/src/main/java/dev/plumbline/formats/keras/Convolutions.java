package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Convolutional layers over one to three spatial axes. */
final class Convolutions {
    private Convolutions() {}

    static void rows(KerasLayers table) {
        for (int axes = 1; axes <= 3; axes++) {
            int spatial = axes;
            for (String name : List.of("Conv" + axes + "D", "Convolution" + axes + "D")) {
                table.map(name, (layer, x) -> plain(layer, x, spatial));
            }
            for (String name : List.of("Conv" + axes + "DTranspose", "Convolution" + axes + "DTranspose")) {
                table.map(name, (layer, x) -> transposed(layer, x, spatial));
            }
            table.map("SeparableConv" + axes + "D", (layer, x) -> separable(layer, x, spatial));
            table.map("SeparableConvolution" + axes + "D", (layer, x) -> separable(layer, x, spatial));
            table.map("DepthwiseConv" + axes + "D", (layer, x) -> depthwise(layer, x, spatial));
        }
    }

    private static String plain(LayerScope layer, String input, int spatial) {
        LayerConfig config = layer.config();
        int filters = config.size("filters");
        int groups = config.integer("groups", 1);
        String x = layer.floats(input);
        String y = ChannelOrder.around(layer, x, spatial, first -> {
            int channels = layer.size(first, 1);
            if (groups < 1 || channels % groups != 0) {
                throw config.wrong("groups", "a divisor of the " + channels + " channels", String.valueOf(groups));
            }
            List<Integer> sizes = new ArrayList<>(config.positive("kernel_size", spatial, 1));
            Attributes window = window(config, spatial, sizes).with("group", groups);
            sizes.addAll(List.of(channels / groups, filters));
            String kernel = layer.weight("kernel", new Shape(sizes), Layout.convolution(spatial));
            return convolved(layer, window, first, kernel, filters);
        });
        return Activations.of(layer, "activation", y);
    }

    private static String convolved(LayerScope layer, Attributes window, String x, String kernel, int filters) {
        return layer.config().flag("use_bias", true)
                ? layer.node("Conv", window, x, kernel, layer.bias("bias", Shape.of(filters)))
                : layer.node("Conv", window, x, kernel);
    }

    private static Attributes window(LayerConfig config, int spatial, List<Integer> kernel) {
        List<Integer> dilations = config.positive("dilation_rate", spatial, 1);
        Attributes window = Attributes.none()
                .with("kernel_shape", kernel)
                .with("strides", config.positive("strides", spatial, 1))
                .with("dilations", dilations);
        return switch (config.text("padding", "valid")) {
            case "valid" -> window;
            case "same" -> window.with("auto_pad", "SAME_UPPER");
            case "causal" -> window.with("pads", List.of(dilations.get(0) * (kernel.get(0) - 1), 0));
            default -> throw config.wrong("padding", "valid, same or causal", config.text("padding", ""));
        };
    }

    private static String depthwise(LayerScope layer, String input, int spatial) {
        LayerConfig config = layer.config();
        int multiplier = config.integer("depth_multiplier", 1);
        String x = layer.floats(input);
        String y = ChannelOrder.around(layer, x, spatial, first -> {
            int channels = layer.size(first, 1);
            String kernel = depthwiseKernel(layer, "kernel", spatial, channels, multiplier);
            Attributes window = window(config, spatial, config.positive("kernel_size", spatial, 1))
                    .with("group", channels);
            return convolved(layer, window, first, kernel, channels * multiplier);
        });
        return Activations.of(layer, "activation", y);
    }

    private static String depthwiseKernel(LayerScope layer, String name, int spatial, int channels, int multiplier) {
        if (multiplier < 1) {
            throw layer.config().wrong("depth_multiplier", "a number of at least 1", String.valueOf(multiplier));
        }
        List<Integer> sizes = new ArrayList<>(layer.config().positive("kernel_size", spatial, 1));
        sizes.addAll(List.of(channels, multiplier));
        Shape shape = new Shape(sizes);
        return layer.variable(
                VariableSpec.weight(name, shape, Layout.depthwise(shape)).under("depthwise"));
    }

    private static String separable(LayerScope layer, String input, int spatial) {
        LayerConfig config = layer.config();
        int filters = config.size("filters");
        int multiplier = config.integer("depth_multiplier", 1);
        String x = layer.floats(input);
        String y = ChannelOrder.around(layer, x, spatial, first -> {
            int channels = layer.size(first, 1);
            String depthwise = depthwiseKernel(layer, "depthwise_kernel", spatial, channels, multiplier);
            List<Integer> point = new ArrayList<>(Collections.nCopies(spatial, 1));
            point.addAll(List.of(channels * multiplier, filters));
            String pointwise = layer.variable(
                    VariableSpec.weight("pointwise_kernel", new Shape(point), Layout.convolution(spatial))
                            .under("pointwise"));
            Attributes window = window(config, spatial, config.positive("kernel_size", spatial, 1))
                    .with("group", channels);
            String spread = layer.node("Conv", window, first, depthwise);
            return convolved(layer, Attributes.none(), spread, pointwise, filters);
        });
        return Activations.of(layer, "activation", y);
    }

    private static String transposed(LayerScope layer, String input, int spatial) {
        LayerConfig config = layer.config();
        int filters = config.size("filters");
        String x = layer.floats(input);
        String y = ChannelOrder.around(layer, x, spatial, first -> {
            List<Integer> kernel = config.positive("kernel_size", spatial, 1);
            List<Integer> sizes = new ArrayList<>(kernel);
            sizes.addAll(List.of(filters, layer.size(first, 1)));
            String weight = layer.weight("kernel", new Shape(sizes), Layout.convolution(spatial));
            Attributes window = transposedWindow(config, spatial, kernel);
            return config.flag("use_bias", true)
                    ? layer.node("ConvTranspose", window, first, weight, layer.bias("bias", Shape.of(filters)))
                    : layer.node("ConvTranspose", window, first, weight);
        });
        return Activations.of(layer, "activation", y);
    }

    /** How much of the full result Keras leaves away at both ends, or adds at the end (backend_utils of Keras 3). */
    private static Attributes transposedWindow(LayerConfig config, int spatial, List<Integer> kernel) {
        List<Integer> strides = config.positive("strides", spatial, 1);
        List<Integer> dilations = config.positive("dilation_rate", spatial, 1);
        boolean same = config.text("padding", "valid").equals("same");
        boolean given = config.has("output_padding");
        List<Integer> extra = config.sizes("output_padding", spatial, 0);
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> more = new ArrayList<>();
        for (int i = 0; i < spatial; i++) {
            int reach = (kernel.get(i) - 1) * dilations.get(i) + 1;
            int left = reach - 1;
            int right;
            if (same) {
                int pads = given ? reach + reach % 2 - 2 + extra.get(i) : strides.get(i) + reach - 2;
                left = Math.min(pads / 2 + pads % 2, reach - 1);
                right = pads - left;
            } else {
                right = reach - 1 + (given ? extra.get(i) : Math.max(reach, strides.get(i)) - reach);
            }
            begins.add(reach - 1 - left);
            ends.add(Math.max(0, reach - 1 - right));
            more.add(Math.max(0, right - (reach - 1)));
        }
        begins.addAll(ends);
        return Attributes.none()
                .with("kernel_shape", kernel)
                .with("strides", strides)
                .with("dilations", dilations)
                .with("pads", begins)
                .with("output_padding", more);
    }
}
