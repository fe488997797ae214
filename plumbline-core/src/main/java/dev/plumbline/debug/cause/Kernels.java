package dev.plumbline.debug.cause;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Initializer.Scaled.Rule;
import dev.plumbline.network.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The weights that a sum is taken with, as they start: by their values where a model file holds them, else by their
 * initializer.
 */
final class Kernels {
    private static final Set<String> SUMS =
            Set.of("Gemm", "MatMul", "Conv", "ConvTranspose", "LSTM", "GRU", "RNN", "Einsum");

    private Kernels() {}

    /** Those of two axes or more that are not of size 1; tables that are only looked up are not among them. */
    static List<Parameter> of(Setup setup) {
        return setup.matrices().stream()
                .filter(p -> p.isLearnable() && axes(p.type().shape()) > 1)
                .filter(p -> setup.network().readers(p.name()).stream().anyMatch(n -> SUMS.contains(n.operator())))
                .toList();
    }

    private static long axes(Shape shape) {
        return shape.sizes().stream().filter(s -> s > 1).count();
    }

    /** Whether every weight, or every unit's weights, are the same. */
    static boolean isSymmetric(Parameter kernel) {
        return kernel.values() instanceof FloatTensor values
                ? isEqual(values) || equalUnits(values)
                : kernel.initializer() instanceof Initializer.Constant;
    }

    static boolean isEqual(FloatTensor values) {
        float first = values.values()[0];
        for (float value : values.values()) {
            if (value != first) {
                return false;
            }
        }
        return true;
    }

    /** Along the first axis or the last, whichever runs over units. */
    private static boolean equalUnits(FloatTensor tensor) {
        int units = tensor.shape().get(0);
        int width = tensor.values().length / units;
        boolean rows = units > 1;
        for (int i = 1; i < units && rows; i++) {
            rows = Arrays.equals(tensor.values(), 0, width, tensor.values(), i * width, (i + 1) * width);
        }
        int last = tensor.shape().get(-1);
        boolean columns = last > 1 && tensor.shape().rank() == 2;
        for (int i = 0; i < tensor.values().length && columns; i++) {
            columns = tensor.values()[i] == tensor.values()[i - i % last];
        }
        return rows || columns;
    }

    /** The standard deviation that they start with; empty where it is not a matter of scale. */
    static OptionalDouble deviation(Parameter kernel) {
        if (kernel.values() instanceof FloatTensor values) {
            double squares = 0;
            for (float value : values.values()) {
                squares += (double) value * value;
            }
            double deviation = Math.sqrt(squares / values.values().length);
            return deviation > 0 && Double.isFinite(deviation) ? OptionalDouble.of(deviation) : OptionalDouble.empty();
        }
        Initializer initializer = kernel.initializer();
        if (initializer instanceof Initializer.Normal normal) {
            return OptionalDouble.of(normal.deviation());
        }
        if (initializer instanceof Initializer.NormalAround normal) {
            return OptionalDouble.of(Math.hypot(normal.mean(), normal.deviation()));
        }
        if (initializer instanceof Initializer.TruncatedNormal normal) {
            return OptionalDouble.of(Math.hypot(normal.mean(), normal.deviation()));
        }
        if (initializer instanceof Initializer.UniformBetween uniform) {
            double middle = (uniform.low() + uniform.high()) / 2;
            return OptionalDouble.of(Math.hypot(middle, (uniform.high() - uniform.low()) / Math.sqrt(12)));
        }
        if (initializer instanceof Initializer.VarianceScaling scaling) {
            return OptionalDouble.of(scaling.deviation(kernel.fanIn(), kernel.fanOut()));
        }
        return initializer instanceof Initializer.Uniform uniform
                ? OptionalDouble.of(uniform.bound() / Math.sqrt(3))
                : OptionalDouble.empty();
    }

    /**
     * How far a kernel is from what its layer's width asks for: above 1 times too large, below 1 times too small; 1
     * where it lies between the smallest and the largest of He's, Glorot's and LeCun's.
     */
    static double excess(Parameter kernel, double deviation) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Rule rule : Rule.values()) {
            double usual = new Initializer.Scaled(rule).deviation(kernel.fanIn(), kernel.fanOut());
            least = Math.min(least, usual);
            most = Math.max(most, usual);
        }
        return deviation > most ? deviation / most : deviation < least ? deviation / least : 1;
    }

    /** Whether a model file's weights look as they were drawn: training moves biases away from where they all start. */
    static boolean lookDrawn(Setup setup) {
        return setup.network().parameters().stream()
                .filter(p -> p.role() == Parameter.Role.BIAS && p.isLearnable())
                .allMatch(p -> !(p.values() instanceof FloatTensor values) || isEqual(values) || isForgetGate(values));
    }

    /** An LSTM's biases start from zeros and, for the forget gate, ones. */
    private static boolean isForgetGate(FloatTensor values) {
        for (float value : values.values()) {
            if (value != 0 && value != 1) {
                return false;
            }
        }
        return true;
    }
}
