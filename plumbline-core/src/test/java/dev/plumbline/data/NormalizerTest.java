package dev.plumbline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalizerTest {
    private static final DataPlan PLAN = DataPlan.of(Path.of("x.csv"))
            .withNormalization(Normalization.STANDARDIZE)
            .withTargetNormalization(Normalization.STANDARDIZE);

    private static Dataset rows(float[] train, float[] validation, float[] trainTargets, float[] validationTargets) {
        Schema schema = new Schema(
                Modality.TABULAR,
                List.of(new InputSchema("x", Shape.of(2), DType.FLOAT32, List.of("a", "b"), 0)),
                "y",
                List.of(),
                1);
        return new Dataset(
                Task.REGRESSION,
                schema,
                Map.of(
                        SplitName.TRAIN,
                        new Split(
                                List.of(FloatTensor.of(train, train.length / 2, 2)),
                                FloatTensor.of(trainTargets, trainTargets.length, 1)),
                        SplitName.VALIDATION,
                        new Split(
                                List.of(FloatTensor.of(validation, validation.length / 2, 2)),
                                FloatTensor.of(validationTargets, validationTargets.length, 1))),
                List.of());
    }

    @Test
    void numbersAreFittedOnTrainAlone_constantFeaturesAreShiftedOnly_andNaNStays() {
        Dataset data = rows(
                new float[] {1, 7, 3, 7, 5, 7, Float.NaN, 7},
                new float[] {3, 8},
                new float[] {10, 20, 30, 40},
                new float[] {25});
        Dataset normalized = Normalizer.fit(data, PLAN).apply(data);

        FloatTensor train = (FloatTensor) normalized.train().inputs().get(0);
        double deviation = Math.sqrt(8.0 / 3);
        assertThat(train.values()[0]).isCloseTo((float) (-2 / deviation), within(1e-6f));
        assertThat(train.values()[1]).isZero();
        assertThat(train.values()[6]).isNaN();
        FloatTensor validation = (FloatTensor)
                normalized.split(SplitName.VALIDATION).orElseThrow().inputs().get(0);
        assertThat(validation.values()).containsExactly(0, 1);
    }

    @Test
    void restoredOutputs_areInTheTargetsUnit() {
        Dataset data = rows(new float[4], new float[2], new float[] {100, 300}, new float[] {200});
        Normalizer normalizer = Normalizer.fit(data, PLAN);
        FloatTensor targets = (FloatTensor) normalizer.apply(data).train().targets();

        assertThat(targets.values()).containsExactly(-1, 1);
        assertThat(normalizer.restore(targets).values()).containsExactly(100, 300);
    }

    @Test
    void imagesAreScaledByChannel() {
        Schema schema = new Schema(
                Modality.IMAGE,
                List.of(new InputSchema("x", Shape.of(2, 1, 2), DType.FLOAT32, List.of(), 0)),
                "y",
                List.of("0", "1"),
                2);
        FloatTensor x = FloatTensor.of(new float[] {0, 2, 10, 30}, 1, 2, 1, 2);
        Dataset data = new Dataset(
                Task.CLASSIFICATION,
                schema,
                Map.of(SplitName.TRAIN, new Split(List.of(x), new LongTensor(new long[] {1}, Shape.of(1)))),
                List.of());

        FloatTensor scaled = (FloatTensor)
                Normalizer.fit(data, PLAN).apply(data).train().inputs().get(0);
        assertThat(scaled.values()).containsExactly(-1, 1, -1, 1);
    }

    @Test
    void unitRangeTakesEachFeatureOfRowsFromNoughtToOne_andTheValuesOfImagesTogether() {
        Dataset rows = rows(
                new float[] {1, 700, 3, 300, 2, 500, 2, 500},
                new float[] {4, 100},
                new float[] {10, 20, 30, 40},
                new float[] {25});
        DataPlan plan = DataPlan.of(Path.of("x.csv")).withNormalization(Normalization.UNIT_RANGE);

        Dataset scaled = Normalizer.fit(rows, plan).apply(rows);

        assertThat(((FloatTensor) scaled.train().inputs().get(0)).values())
                .containsExactly(0, 1, 1, 0, 0.5f, 0.5f, 0.5f, 0.5f);
        assertThat(((FloatTensor) scaled.split(SplitName.VALIDATION)
                                .orElseThrow()
                                .inputs()
                                .get(0))
                        .values())
                .containsExactly(1.5f, -0.5f);

        FloatTensor pixels = FloatTensor.of(new float[] {0, 100, 200, 50}, 1, 2, 1, 2);
        Dataset images = new Dataset(
                Task.REGRESSION,
                new Schema(
                        Modality.IMAGE,
                        List.of(new InputSchema("x", Shape.of(2, 1, 2), DType.FLOAT32, List.of(), 0)),
                        "y",
                        List.of(),
                        1),
                Map.of(SplitName.TRAIN, new Split(List.of(pixels), FloatTensor.of(new float[] {1}, 1, 1))),
                List.of());

        assertThat(((FloatTensor) Normalizer.fit(images, plan)
                                .apply(images)
                                .train()
                                .inputs()
                                .get(0))
                        .values())
                .containsExactly(0, 0.5f, 1, 0.25f);
    }
}
