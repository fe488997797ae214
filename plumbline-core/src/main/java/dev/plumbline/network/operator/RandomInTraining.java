package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Random numbers in training, one and the same number in evaluation: what noise and augmentation layers are made of.
 * ONNX has no such operator. The input gives the sizes: the output has those of the input's {@code axes}, and 1
 * elsewhere, so that the same number is drawn for all positions along the other axes. {@code distribution} is
 * {@code uniform} (from {@code a} to {@code b}), {@code normal} (mean {@code a}, deviation {@code b}) or
 * {@code bernoulli} ({@code b} with probability {@code a}, else 0); {@code rest} is the number in evaluation.
 */
final class RandomInTraining implements Operator {
    @Override
    public String name() {
        return "plumbline.Random";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        Set<Integer> axes = new HashSet<>(inputs.attributes().integers("axes").orElse(List.of()));
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            sizes.add(axes.contains(axis) ? x.get(axis) : 1);
        }
        return List.of(ValueType.floats(new Shape(sizes)));
    }
}
