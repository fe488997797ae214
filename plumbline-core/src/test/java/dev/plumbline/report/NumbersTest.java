package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.experiment.Metric;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3e-4, 3e-4",
        "0.001, 0.001",
        "0.99999, 1",
        "12.5, 12.5",
        "1234.4, '1,234'",
        "2.5e7, 2.5e7",
        "-1.5, −1.5",
        "9.96e-5, 1e-4",
        "NaN, NaN",
        "-Infinity, −∞",
        "1.7e308, 1.7e308",
        "4.9e-324, 4.9e-324"
    })
    void readAsAPersonWritesThem(double value, String text) {
        assertThat(Numbers.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.972, 97.2", "1, 100", "0, 0", "0.9996, 99.96", "0.0004, 0.04", "-0.1, −10.0"})
    void percentKeepsItsEnds(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text + "\u00a0%");
    }

    @Test
    void scoresFollowTheirMetric() {
        assertThat(Numbers.score(Metric.F1, 0.5)).isEqualTo("50.0\u00a0%");
        assertThat(Numbers.score(Metric.R2, 0.5)).isEqualTo("0.5");
        assertThat(Numbers.error("points", 0.25)).isEqualTo("25.0");
        assertThat(Numbers.error("points", -0.0001)).isEqualTo("0.0");
        assertThat(Numbers.error("rmse", 2.5)).isEqualTo("2.5");
    }

    @Test
    void sizesAndTimes() {
        assertThat(Numbers.bytes(0)).isEqualTo("0\u00a0B");
        assertThat(Numbers.bytes(1536)).isEqualTo("1.5\u00a0KiB");
        assertThat(Numbers.bytes(Long.MAX_VALUE)).isEqualTo("8.0\u00a0EiB");
        assertThat(Numbers.time(Duration.ofMillis(83))).isEqualTo("83\u00a0ms");
        assertThat(Numbers.time(Duration.ofMillis(59_800))).isEqualTo("1\u00a0min\u00a00\u00a0s");
        assertThat(Numbers.time(Duration.ofMinutes(125))).isEqualTo("2\u00a0h\u00a05\u00a0min");
        assertThat(Numbers.count(1, "layer")).isEqualTo("1\u00a0layer");
    }
}
