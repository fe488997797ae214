package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/** A node, and the numbers that another program (told by the test) gives for it. */
record OracleCase(
        String label, String operator, Attributes attributes, List<Tensor> inputs, Shape shape, double[] expected) {
    static OracleCase of(String label, String operator, Attributes attributes, @Nullable Tensor... inputs) {
        return new OracleCase(label, operator, attributes, Arrays.asList(inputs), Shape.of(), new double[0]);
    }

    OracleCase gives(Shape found, double... values) {
        return new OracleCase(label, operator, attributes, inputs, found, values);
    }

    private Calculation calculation() {
        return Calculation.of(operator, attributes, 1, inputs.toArray(Tensor[]::new));
    }

    void check(double tolerance) {
        FloatTensor output = calculation().outputs().get(0);
        assertThat(output.shape()).isEqualTo(shape);
        double[] found = new double[output.values().length];
        Arrays.setAll(found, i -> output.values()[i]);
        assertThat(found).containsExactly(expected, Offset.offset(tolerance));
    }

    double gradientError(double step) {
        return calculation().gradientError(step);
    }

    /** The numbers {@code ((i * factor + 3) mod 11 - 5) / 4}, which Python's side makes too. */
    static FloatTensor patternBy(int factor, int... sizes) {
        float[] values = new float[(int) Shape.of(sizes).elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((i * factor + 3) % 11 - 5) / 4f;
        }
        return FloatTensor.of(values, sizes);
    }

    static FloatTensor pattern(int... sizes) {
        return patternBy(7, sizes);
    }

    @Override
    public String toString() {
        return label;
    }
}
