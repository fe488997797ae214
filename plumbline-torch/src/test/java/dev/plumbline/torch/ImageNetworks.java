package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.List;

/** Convolutional networks as Keras writes them, channels last with transposes around each layer, or channels first. */
final class ImageNetworks {
    private static final Attributes NONE = Attributes.none();

    private final NetworkBuilder builder = new NetworkBuilder(Operators.standard());
    private final boolean last;
    private String value;
    private int layers;

    private ImageNetworks(boolean last, int channels, int size) {
        this.last = last;
        Shape shape = last ? Shape.of(-1, size, size, channels) : Shape.of(-1, channels, size, size);
        value = builder.input("x", ValueType.floats(shape));
    }

    private void layer(String type) {
        builder.layer(type + "_" + layers++, type, true);
    }

    private String transposed(String from, Integer... order) {
        return last ? builder.node("Transpose", NONE.with("perm", List.of(order)), from) : from;
    }

    private String first(String from) {
        return transposed(from, 0, 3, 1, 2);
    }

    private String last(String from) {
        return transposed(from, 0, 2, 3, 1);
    }

    private int channels() {
        return builder.shape(value).get(last ? 3 : 1);
    }

    /** With its bias added as a layer of its own would add it: along the last axis. */
    private ImageNetworks conv(int filters, int kernel, int stride) {
        layer("conv");
        int in = channels();
        String weight = builder.weight(
                "w", Shape.of(filters, in, kernel, kernel), Initializer.GLOROT, in * kernel * kernel, filters);
        Attributes window = NONE.with("strides", List.of(stride, stride)).with("auto_pad", "SAME_UPPER");
        String sums = last(builder.node("Conv", window, first(value), weight));
        String bias = builder.bias("b", last ? Shape.of(filters) : Shape.of(filters, 1, 1), new Initializer.Normal(1));
        value = builder.node("Add", NONE, sums, bias);
        return this;
    }

    private ImageNetworks relu() {
        layer("relu");
        value = builder.node("Relu", NONE, value);
        return this;
    }

    private ImageNetworks pool() {
        layer("pool");
        Attributes window = NONE.with("kernel_shape", List.of(2, 2)).with("strides", List.of(2, 2));
        value = last(builder.node("MaxPool", window, first(value)));
        return this;
    }

    private ImageNetworks norm() {
        layer("norm");
        int size = channels();
        value = last(builder.node(
                "BatchNormalization",
                NONE,
                first(value),
                builder.bias("scale", size, new Initializer.Uniform(1)),
                builder.bias("shift", size, new Initializer.Uniform(1)),
                builder.statistic("mean", size, new Initializer.Constant(0.5)),
                builder.statistic("variance", size, new Initializer.Constant(2))));
        return this;
    }

    private ImageNetworks block(int filters, int stride) {
        String from = value;
        conv(filters, 3, stride).norm().relu().conv(filters, 3, 1).norm();
        String through = value;
        if (stride > 1) {
            value = from;
            from = conv(filters, 1, stride).value;
        }
        layer("add");
        value = builder.node("Add", NONE, through, from);
        return relu();
    }

    private Network dense(int units) {
        layer("dense");
        int in = (int) builder.shape(value).elements();
        String weight = builder.weight("w", Shape.of(units, in), Initializer.GLOROT, in, units);
        return builder.build(builder.node("Gemm", NONE.with("transB", 1), value, weight));
    }

    static Network lenet(boolean last) {
        ImageNetworks net = new ImageNetworks(last, 1, 28);
        net.conv(6, 5, 1).relu().pool().conv(16, 5, 1).relu().pool().layer("flatten");
        net.value = net.builder.node("Flatten", NONE, net.value);
        return net.dense(10);
    }

    /** Residual blocks, then a mean over all places. */
    static Network resnet(boolean last) {
        ImageNetworks net = new ImageNetworks(last, 3, 16);
        net.conv(8, 3, 1).norm().relu().block(8, 1).block(16, 2).block(16, 1).layer("mean");
        String axes = net.builder.constant("axes", last ? new long[] {1, 2} : new long[] {2, 3});
        net.value = net.builder.node("ReduceMean", NONE.with("keepdims", 0), net.value, axes);
        return net.dense(10);
    }

    /** Paths side by side that are joined, padding, a gate for each channel, a value that two outputs give. */
    static Network branches() {
        ImageNetworks net = new ImageNetworks(true, 2, 6);
        String left = net.conv(3, 3, 1).value;
        String right = net.conv(4, 1, 1).relu().value;
        net.layer("join");
        String both = net.builder.node("Concat", NONE.with("axis", 3), left, right);
        String pads = net.builder.constant("pads", 0, 1, 2, 0, 0, 0, 1, 0);
        String padded = net.builder.node("Pad", NONE, both, pads);
        String axes = net.builder.constant("axes", 1, 2);
        String means = net.builder.node("ReduceMean", NONE, padded, axes);
        String gate = net.builder.constant("gate", FloatTensor.of(new float[] {2}, 1), DType.FLOAT32);
        String gated = net.builder.node(
                "Mul", NONE, padded, net.builder.node("Sigmoid", NONE, net.builder.node("Mul", NONE, means, gate)));
        String parts = net.builder
                .node("Split", NONE.with("axis", -1).with("num_outputs", 2), 2, gated)
                .outputs()
                .get(1);
        String shares = net.builder.node("Softmax", NONE, gated);
        String pixels = net.builder.bias("pixels", Shape.of(7, 9, 1), new Initializer.Normal(1));
        String shifted = net.builder.node("Sub", NONE, pixels, shares);
        return net.builder.build(shifted, parts, means, left);
    }
}
