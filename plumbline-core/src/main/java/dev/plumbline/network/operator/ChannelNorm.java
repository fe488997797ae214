package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * {@code InstanceNormalization} and {@code GroupNormalization} of X {@code (N, C, ...)}: over the places of a channel
 * or of a group of channels, then scaled by a scale and a bias for each channel.
 */
record ChannelNorm(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0);
        if (x.rank() < 2) {
            throw new ShapeFault("at least 2 axes (batch, channels)", x.rank() + " axes: " + x);
        }
        int channels = x.get(1);
        for (int i = 1; i <= 2; i++) {
            Sizes.same(inputs.shape(i, 1).get(0), channels, inputs.shape(i), x);
        }
        int groups = inputs.attributes().integer("num_groups", 1);
        if (groups < 1 || channels > 0 && channels % groups != 0) {
            throw new ShapeFault("channels that " + groups + " groups divide", channels + " channels: " + x);
        }
        return List.of(inputs.type(0));
    }
}
