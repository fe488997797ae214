package dev.plumbline.data.edit;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One split's examples followed by another's. */
final class Joined {
    private Joined() {}

    static Split of(Split first, Split second) {
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < first.inputs().size(); i++) {
            inputs.add(of(first.inputs().get(i), second.inputs().get(i)));
        }
        List<Tensor> others = new ArrayList<>();
        for (int i = 0; i < first.otherTargets().size(); i++) {
            others.add(of(first.otherTargets().get(i), second.otherTargets().get(i)));
        }
        return new Split(inputs, of(first.targets(), second.targets()), others);
    }

    private static Tensor of(Tensor first, Tensor second) {
        Shape shape = first.shape().withoutFirst().prepend(first.length() + second.length());
        if (first instanceof LongTensor one && second instanceof LongTensor two) {
            long[] values = Arrays.copyOf(one.values(), one.elements() + two.elements());
            System.arraycopy(two.values(), 0, values, one.elements(), two.elements());
            return new LongTensor(values, shape);
        }
        float[] values = new float[first.elements() + second.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (i < first.elements() ? first.get(i) : second.get(i - first.elements()));
        }
        return new FloatTensor(values, shape);
    }
}
