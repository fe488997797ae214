package dev.plumbline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The schedules against Keras's and PyTorch's own; {@code schedules.py} made the numbers. */
class LibrarySchedulesTest {
    private static final double RATE = 0.1;
    private static final int[] STEPS = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55};

    @ParameterizedTest
    @CsvFileSource(resources = "schedules.csv", delimiter = '|')
    void rates_are_the_library_s_at_every_step(ArgumentsAccessor row) {
        Schedule schedule = Objects.requireNonNull(ExperimentFile.parse(
                        "data: {train: a.csv}\ntraining: {schedule: " + row.getString(0) + "}",
                        Path.of("experiment.yaml"))
                .training()
                .schedule());
        for (int i = 0; i < STEPS.length; i++) {
            double found = RATE
                    * schedule.factor(
                            STEPS[i], Objects.requireNonNull(row.getLong(1)), Objects.requireNonNull(row.getLong(2)));
            assertThat(found).as("rate at step %d", STEPS[i]).isCloseTo(row.getDouble(3 + i), within(1e-6));
        }
    }
}
