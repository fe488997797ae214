package dev.plumbline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Task;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data that Plumbline ships can be read as their experiment files say. */
class ExamplesTest {
    @ParameterizedTest(name = "{0} is {1} data for {2} with {5} train examples")
    @CsvSource({
        "digits, image, classification, '(1, 8, 8)', 10, 1293, 144, 360",
        "breast-cancer, tabular, classification, (30), 2, 409, 46, 114",
        "wine, tabular, classification, (13), 3, 128, 14, 36",
        "diabetes, tabular, regression, (10), 1, 318, 35, 89",
        "vowels, sequence, classification, '(29, 12)', 9, 243, 27, 370",
    })
    void examples(
            String name, String modality, String task, String shape, int outputs, int train, int validation, int test) {
        Draft draft = ExperimentFile.read(Path.of("..", "examples", name));

        Dataset data = new FileData().load(draft.data(), draft.task());

        assertThat(data.schema().modality()).isEqualTo(Modality.valueOf(modality.toUpperCase(java.util.Locale.ROOT)));
        assertThat(data.task()).isEqualTo(Task.valueOf(task.toUpperCase(java.util.Locale.ROOT)));
        assertThat(data.schema().inputs().get(0).shape()).hasToString(shape);
        assertThat(data.schema().outputs()).isEqualTo(outputs);
        assertThat(data.train().size()).isEqualTo(train);
        assertThat(data.split(SplitName.VALIDATION).orElseThrow().size()).isEqualTo(validation);
        assertThat(data.split(SplitName.TEST).orElseThrow().size()).isEqualTo(test);
    }
}
