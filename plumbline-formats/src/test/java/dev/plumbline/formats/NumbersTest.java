package dev.plumbline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in text are read exactly as Java reads them, and nothing else is taken for a number. */
class NumbersTest {
    private static double read(String text) {
        return CellText.number(text.toCharArray(), 0, text.length(), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+7",
                "3.14",
                ".5",
                "5.",
                "1e3",
                "1E-7",
                "-2.5e+10",
                "123456789012345678",
                "0.1",
                "1e400",
                "4.9e-324",
                "0.000000000000000000000000000000000000001",
                "179769313486231570000"
            })
    void textThatIsANumber(String text) {
        assertThat(read(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "e5", "1e", "1e+", "1d", "0x10", "1f", "1,5", "1.2.3", "--1", "12a", "1 2", "∞"})
    void textThatIsNot(String text) {
        assertThat(read(text)).isNaN();
    }

    @Test
    void infinitiesAreNumbers() {
        assertThat(read("inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(read("-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void anyDoubleIsReadBackAsItself() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : Math.rint(random.nextDouble(-1e9, 1e9)) / 1e4;
            if (Double.isFinite(value)) {
                assertThat(read(String.valueOf(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void aGrowingColumnKeepsEveryNumber() {
        GrowingNumbers numbers = new GrowingNumbers();
        for (int i = 0; i < 50_000; i++) {
            numbers.add(i == 20_000 ? 16_777_217 : i);
        }
        assertThat(numbers.size()).isEqualTo(50_000);
        for (int i = 0; i < 50_000; i++) {
            assertThat(numbers.get(i)).isEqualTo(i == 20_000 ? 16_777_217 : i);
        }
    }
}
