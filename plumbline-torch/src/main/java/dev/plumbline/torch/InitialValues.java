package dev.plumbline.torch;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Parameter;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;

/** Draws a parameter's first values as its {@link Initializer} says. */
final class InitialValues {
    private InitialValues() {}

    /** Given values as they are, others drawn from the parameter's own generator. */
    static Tensor of(Parameter parameter, Seeds seeds) {
        if (parameter.values() != null) {
            return parameter.values();
        }
        Shape shape = parameter.type().shape();
        float[] values = new float[Math.toIntExact(shape.elements())];
        fill(values, Objects.requireNonNull(parameter.initializer()), parameter, seeds.parameter(parameter.name()));
        return new FloatTensor(values, shape);
    }

    private static void fill(float[] values, Initializer initializer, Parameter parameter, SplittableRandom random) {
        if (initializer instanceof Initializer.Constant constant) {
            Arrays.fill(values, (float) constant.value());
        } else if (initializer instanceof Initializer.Normal normal) {
            gaussian(values, normal.deviation(), random);
        } else if (initializer instanceof Initializer.Uniform uniform) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * uniform.bound());
            }
        } else if (initializer instanceof Initializer.Scaled scaled) {
            gaussian(values, scaled.deviation(parameter.fanIn(), parameter.fanOut()), random);
        } else {
            int rows = parameter.type().shape().rank() == 0
                    ? 1
                    : parameter.type().shape().get(0);
            Orthogonal.fill(values, rows, random);
        }
    }

    private static void gaussian(float[] values, double deviation, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
    }
}
