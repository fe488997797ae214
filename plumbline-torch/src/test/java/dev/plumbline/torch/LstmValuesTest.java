package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The LSTM against the equations of the ONNX specification, gate by gate. */
class LstmValuesTest {
    private static final int BATCH = 2;
    private static final int STEPS = 3;
    private static final int INPUTS = 4;
    private static final int HIDDEN = 5;
    private static final FloatTensor X = Calculation.random(1, BATCH, STEPS, INPUTS);
    private static final FloatTensor W = Calculation.random(2, 1, 4 * HIDDEN, INPUTS);
    private static final FloatTensor R = Calculation.random(3, 1, 4 * HIDDEN, HIDDEN);
    private static final FloatTensor B = Calculation.random(4, 1, 8 * HIDDEN);
    private static final Attributes BATCH_FIRST =
            Attributes.none().with("hidden_size", HIDDEN).with("layout", 1);

    @Test
    void every_output_agrees_with_the_equations() {
        List<FloatTensor> out =
                Calculation.of("LSTM", BATCH_FIRST, 3, X, W, R, B).outputs();
        double[][][] expected = expected(true);
        for (int n = 0; n < BATCH; n++) {
            for (int h = 0; h < HIDDEN; h++) {
                for (int t = 0; t < STEPS; t++) {
                    assertThat((double) out.get(0).values()[(n * STEPS + t) * HIDDEN + h])
                            .isCloseTo(expected[n][t][h], within(1e-5));
                }
                assertThat((double) out.get(1).values()[n * HIDDEN + h])
                        .isCloseTo(expected[n][STEPS - 1][h], within(1e-5));
            }
        }
        assertThat(out.get(0).shape().sizes()).containsExactly(BATCH, STEPS, 1, HIDDEN);
        assertThat(out.get(2).shape().sizes()).containsExactly(BATCH, 1, HIDDEN);
    }

    @Test
    void without_a_bias_and_with_steps_first_it_is_the_same() {
        FloatTensor stepsFirst = Calculation.of("Transpose", Attributes.none().with("perm", List.of(1, 0, 2)), 1, X)
                .outputs()
                .get(0);
        FloatTensor out = Calculation.of("LSTM", Attributes.none().with("hidden_size", HIDDEN), 3, stepsFirst, W, R)
                .outputs()
                .get(0);
        assertThat(out.shape().sizes()).containsExactly(STEPS, 1, BATCH, HIDDEN);
        double[][][] expected = expected(false);
        assertThat((double) out.values()[out.values().length - 1])
                .isCloseTo(expected[BATCH - 1][STEPS - 1][HIDDEN - 1], within(1e-5));
    }

    @Test
    void the_second_of_two_directions_reads_the_sequence_backwards() {
        FloatTensor both = twice(W);
        List<FloatTensor> two = Calculation.of(
                        "LSTM", BATCH_FIRST.with("direction", "bidirectional"), 3, X, both, twice(R), twice(B))
                .outputs();
        List<FloatTensor> reverse = Calculation.of("LSTM", BATCH_FIRST.with("direction", "reverse"), 3, X, W, R, B)
                .outputs();
        for (int h = 0; h < HIDDEN; h++) {
            assertThat(two.get(0).values()[HIDDEN + h]).isCloseTo(reverse.get(0).values()[h], within(1e-6f));
        }
    }

    private static FloatTensor twice(FloatTensor one) {
        float[] values = new float[2 * one.values().length];
        System.arraycopy(one.values(), 0, values, 0, one.values().length);
        System.arraycopy(one.values(), 0, values, one.values().length, one.values().length);
        return new FloatTensor(values, one.shape().withoutFirst().prepend(2));
    }

    /** Hidden states by example, step, unit. */
    private static double[][][] expected(boolean bias) {
        double[][][] states = new double[BATCH][STEPS][HIDDEN];
        for (int n = 0; n < BATCH; n++) {
            double[] h = new double[HIDDEN];
            double[] c = new double[HIDDEN];
            for (int t = 0; t < STEPS; t++) {
                double[] next = new double[HIDDEN];
                for (int u = 0; u < HIDDEN; u++) {
                    double i = sigmoid(gate(0, u, n, t, h, bias));
                    double o = sigmoid(gate(1, u, n, t, h, bias));
                    double f = sigmoid(gate(2, u, n, t, h, bias));
                    c[u] = f * c[u] + i * Math.tanh(gate(3, u, n, t, h, bias));
                    next[u] = o * Math.tanh(c[u]);
                }
                h = next;
                states[n][t] = h;
            }
        }
        return states;
    }

    private static double gate(int gate, int unit, int n, int t, double[] h, boolean bias) {
        int row = gate * HIDDEN + unit;
        double sum = bias ? B.values()[row] + B.values()[4 * HIDDEN + row] : 0;
        for (int k = 0; k < INPUTS; k++) {
            sum += X.values()[(n * STEPS + t) * INPUTS + k] * W.values()[row * INPUTS + k];
        }
        for (int k = 0; k < HIDDEN; k++) {
            sum += h[k] * R.values()[row * HIDDEN + k];
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
