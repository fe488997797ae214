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
    /** The standard deviation of a standard Gaussian cut off at two. */
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

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
        } else if (initializer instanceof Initializer.VarianceScaling scaling) {
            scaled(values, scaling, scaling.deviation(parameter.fanIn(), parameter.fanOut()), random);
        } else if (initializer instanceof Initializer.NormalAround normal) {
            gaussian(values, normal.deviation(), random);
            shift(values, normal.mean());
        } else if (initializer instanceof Initializer.TruncatedNormal normal) {
            truncated(values, normal.deviation(), random);
            shift(values, normal.mean());
        } else if (initializer instanceof Initializer.UniformBetween uniform) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (uniform.low() + random.nextDouble() * (uniform.high() - uniform.low()));
            }
        } else if (initializer instanceof Initializer.Identity identity) {
            int columns = values.length / rows(parameter);
            for (int row = 0; row < Math.min(rows(parameter), columns); row++) {
                values[row * columns + row] = (float) identity.gain();
            }
        } else if (initializer instanceof Initializer.Orthogonal orthogonal) {
            Orthogonal.fill(values, rows(parameter), random);
            for (int i = 0; i < values.length && orthogonal.gain() != 1; i++) {
                values[i] *= (float) orthogonal.gain();
            }
        }
    }

    private static int rows(Parameter parameter) {
        return parameter.type().shape().rank() == 0
                ? 1
                : Math.max(1, parameter.type().shape().get(0));
    }

    private static void scaled(
            float[] values, Initializer.VarianceScaling scaling, double deviation, SplittableRandom random) {
        switch (scaling.distribution()) {
            case UNIFORM -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) ((2 * random.nextDouble() - 1) * Math.sqrt(3) * deviation);
                }
            }
            case TRUNCATED_NORMAL -> truncated(values, deviation / TRUNCATED_DEVIATION, random);
            case UNTRUNCATED_NORMAL -> gaussian(values, deviation, random);
        }
    }

    private static void truncated(float[] values, double deviation, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            double drawn = random.nextGaussian();
            while (Math.abs(drawn) > 2) {
                drawn = random.nextGaussian();
            }
            values[i] = (float) (drawn * deviation);
        }
    }

    private static void shift(float[] values, double mean) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) mean;
        }
    }

    private static void gaussian(float[] values, double deviation, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
    }
}
