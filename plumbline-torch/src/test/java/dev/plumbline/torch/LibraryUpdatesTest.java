package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.lab.Run;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The optimizers against Keras's and PyTorch's own; {@code updates.py} made the numbers. */
class LibraryUpdatesTest {
    private static final int STEPS = 30;

    @ParameterizedTest
    @CsvFileSource(resources = "updates.csv", delimiter = '|')
    void after_thirty_steps_parameters_are_where_the_library_brings_them(
            String spelling,
            double w00,
            double w01,
            double w10,
            double w11,
            double w20,
            double w21,
            double b0,
            double b1) {
        Draft draft = ExperimentFile.parse(
                "data: {train: a.csv}\ntraining: {optimizer: " + spelling + "}", Path.of("experiment.yaml"));
        Optimizer optimizer = Objects.requireNonNull(draft.training().optimizer());
        Run run = Waves.train(Waves.plan(optimizer, STEPS), Waves.network());
        // the layer holds its kernel as (units, features)
        float[] weight = Waves.values(run, "dense_1/weight");
        float[] bias = Waves.values(run, "dense_1/bias");
        double[] found = {weight[0], weight[3], weight[1], weight[4], weight[2], weight[5], bias[0], bias[1]};
        double[] expected = {w00, w01, w10, w11, w20, w21, b0, b1};
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("parameter %d", i).isCloseTo(expected[i], within(2e-5));
        }
    }
}
