package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** Attention against loops written by hand: 1 example, 2 heads, 3 queries, 4 keys, 2 numbers each. */
class AttentionValuesTest {
    private static final int QUERIES = 3;
    private static final int KEYS = 4;
    private static final FloatTensor Q = Calculation.random(1, 1, 2, QUERIES, 2);
    private static final FloatTensor K = Calculation.random(2, 1, 2, KEYS, 2);
    private static final FloatTensor V = Calculation.random(3, 1, 2, KEYS, 2);
    private static final Attributes NONE = Attributes.none();

    @Test
    void every_query_takes_the_mean_of_values_weighted_by_how_its_keys_fit() {
        assertClose(run(NONE, Q, K, V), expected((i, j) -> 1, 1 / Math.sqrt(2), 1));
    }

    @Test
    void a_scale_that_is_given_replaces_the_root_of_the_size() {
        assertClose(run(NONE.with("scale", 0.3), Q, K, V), expected((i, j) -> 1, 0.3, 1));
    }

    @Test
    void causal_queries_see_no_later_keys() {
        assertClose(run(NONE.with("is_causal", 1), Q, K, V), expected((i, j) -> j <= i ? 1 : 0, 1 / Math.sqrt(2), 1));
    }

    @Test
    void a_window_hides_what_is_too_far() {
        Attributes window = NONE.with("left_window_size", 1).with("right_window_size", 0);
        assertClose(run(window, Q, K, V), expected((i, j) -> j <= i && j >= i - 1 ? 1 : 0, 1 / Math.sqrt(2), 1));
    }

    @Test
    void a_query_that_may_look_at_nothing_gets_zeros() {
        float never = Float.NEGATIVE_INFINITY;
        FloatTensor mask =
                FloatTensor.of(new float[] {0, 0, 0, 0, never, never, never, never, 0, never, 0, 0}, QUERIES, KEYS);
        float[] y = run(NONE, Q, K, V, mask);
        assertThat(y[2]).isZero();
        assertThat(y[3]).isZero();
        assertClose(y, expected((i, j) -> i == 0 || i == 2 && j != 1 ? 1 : 0, 1 / Math.sqrt(2), 1));
    }

    @Test
    void two_query_heads_share_one_head_of_keys() {
        FloatTensor k = FloatTensor.of(java.util.Arrays.copyOf(K.values(), 2 * KEYS), 1, 1, KEYS, 2);
        FloatTensor v = FloatTensor.of(java.util.Arrays.copyOf(V.values(), 2 * KEYS), 1, 1, KEYS, 2);
        assertClose(run(NONE, Q, k, v), expected((i, j) -> 1, 1 / Math.sqrt(2), 0));
    }

    @Test
    void keys_and_values_of_earlier_calls_come_first() {
        List<FloatTensor> out = Calculation.of(
                        "Attention", NONE, 3, Q, part(K, 1), part(V, 1), null, part(K, 0), part(V, 0))
                .outputs();
        assertClose(out.get(0).values(), run(NONE, Q, K, V));
        assertThat(out.get(1).values()).containsExactly(K.values());
        assertThat(out.get(2).values()).containsExactly(V.values());
    }

    private static void assertClose(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-5f));
        }
    }

    private static void assertClose(float[] found, double[] expected) {
        float[] floats = new float[expected.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) expected[i];
        }
        assertClose(found, floats);
    }

    /** The first two or the last two keys of each head. */
    private static FloatTensor part(FloatTensor all, int half) {
        float[] values = new float[8];
        for (int head = 0; head < 2; head++) {
            System.arraycopy(all.values(), head * 8 + half * 4, values, head * 4, 4);
        }
        return FloatTensor.of(values, 1, 2, 2, 2);
    }

    private static float[] run(Attributes attributes, FloatTensor... inputs) {
        return Calculation.of("Attention", attributes, 1, inputs).output();
    }

    /** @param step 1 where each head has keys of its own, 0 where all share the first's */
    private static double[] expected(IntBinaryOperator sees, double scale, int step) {
        double[] out = new double[2 * QUERIES * 2];
        for (int h = 0; h < 2; h++) {
            for (int i = 0; i < QUERIES; i++) {
                double total = 0;
                for (int j = 0; j < KEYS; j++) {
                    int key = (h * step * KEYS + j) * 2;
                    double fit = Q.values()[(h * QUERIES + i) * 2] * K.values()[key]
                            + Q.values()[(h * QUERIES + i) * 2 + 1] * K.values()[key + 1];
                    double weight = sees.applyAsInt(i, j) * Math.exp(scale * fit);
                    total += weight;
                    for (int d = 0; d < 2; d++) {
                        out[(h * QUERIES + i) * 2 + d] += weight * V.values()[key + d];
                    }
                }
                for (int d = 0; d < 2; d++) {
                    out[(h * QUERIES + i) * 2 + d] /= total == 0 ? 1 : total;
                }
            }
        }
        return out;
    }
}
