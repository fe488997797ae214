package dev.plumbline.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.experiment.Clipping;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Ema;
import dev.plumbline.experiment.Form;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.network.ImportedTargets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings as Keras 3.15 ({@code compile_config}) and tf.keras 2.21 ({@code training_config}) write them. */
class CompileSettingsTest {
    private static CompileSettings read(String json) {
        return CompileSettings.read(Json.object(json.replace('\'', '"'), "test"), List.of("out"));
    }

    private static CompileSettings optimizer(String className, String config) {
        return read("{'optimizer': {'class_name': '" + className + "', 'config': {" + config + "}}, 'loss': 'mse'}");
    }

    @ParameterizedTest
    @CsvSource({
        "mse, MSE",
        "mean_squared_error, MSE",
        "MeanAbsoluteError, MAE",
        "sparse_categorical_crossentropy, CATEGORICAL_CROSSENTROPY",
        "categorical_crossentropy, CATEGORICAL_CROSSENTROPY",
        "binary_crossentropy, BCE",
        "kld, KL_DIVERGENCE",
        "log_cosh, LOG_COSH",
        "categorical_hinge, CATEGORICAL_HINGE",
        "cosine_similarity, COSINE_SIMILARITY",
        "poisson, POISSON"
    })
    void aLossByItsName(String name, Loss loss) {
        assertThat(read("{'loss': '" + name + "'}").training().loss()).isEqualTo(LossPlan.of(loss));
    }

    @Test
    void fromLogitsAndSmoothingDecideTheLoss() {
        CompileSettings settings = read("""
                {'loss': {'module': 'keras.losses', 'class_name': 'CategoricalCrossentropy', 'config':
                  {'reduction': 'sum_over_batch_size', 'from_logits': true, 'label_smoothing': 0.1, 'axis': -1}},
                 'loss_weights': [2.0]}""");

        assertThat(settings.training().loss())
                .isEqualTo(LossPlan.of(Loss.CROSS_ENTROPY)
                        .with("label-smoothing", 0.1)
                        .withScale(2));
        assertThat(settings.notes()).isEmpty();
    }

    @Test
    void aLossOfKeras2IsKnownByItsFunction() {
        CompileSettings settings = read("""
                {'loss': {'class_name': 'LossFunctionWrapper', 'config': {'reduction': 'auto',
                  'name': 'x', 'fn': 'binary_crossentropy', 'from_logits': true}}, 'metrics':
                 [[{'class_name': 'MeanMetricWrapper', 'config': {'name': 'accuracy', 'fn': 'binary_accuracy'}}]]}""");

        assertThat(settings.training().loss()).isEqualTo(LossPlan.of(Loss.BCE_WITH_LOGITS));
        assertThat(settings.metric()).isEqualTo(Metric.ACCURACY);
    }

    @Test
    void aLossWithoutCounterpartIsNamed() {
        CompileSettings settings = read("{'loss': {'class_name': 'CTC', 'config': {}}}");

        assertThat(settings.training().loss()).isNull();
        assertThat(settings.notes()).singleElement().asString().contains("CTC").contains("training.loss");
    }

    @Test
    void oneLossForSeveralOutputs_isThatOfEach() {
        CompileSettings settings = CompileSettings.read(
                Json.object("{\"loss\": \"mae\", \"loss_weights\": [1.0, 0.25]}", "test"), List.of("a", "b"));

        assertThat(settings.training().loss()).isEqualTo(LossPlan.of(Loss.MAE));
        assertThat(settings.training().otherLosses())
                .isEqualTo(Map.of("b", LossPlan.of(Loss.MAE).withScale(0.25)));
    }

    @Test
    void severalOutputsHaveTheirLossesWithTheirWeights() {
        CompileSettings settings = CompileSettings.read(Json.object("""
                        {"loss": {"a": "mae", "b": "mse"}, "loss_weights": {"a": 0.5, "b": 1.0},
                         "metrics": {"a": ["mae"], "b": ["mse"]}}""", "test"), List.of("a", "b"));

        assertThat(settings.training().loss()).isEqualTo(LossPlan.of(Loss.MAE).withScale(0.5));
        assertThat(settings.metric()).isEqualTo(Metric.MAE);
        assertThat(settings.training().otherLosses()).isEqualTo(Map.of("b", LossPlan.of(Loss.MSE)));
        assertThat(settings.notes()).isEmpty();
    }

    @Test
    void theFirstOutputThatHasALossIsLookedAtFirst() {
        CompileSettings settings = CompileSettings.read(Json.object("""
                        {"loss": [null, "mae", {"class_name": "SparseCategoricalCrossentropy",
                                                "config": {"ignore_class": 255}}],
                         "metrics": [null, ["mae"], []]}""", "test"), List.of("a", "b", "c"));

        assertThat(settings.first()).isEqualTo(new OutputChoice(1, "b"));
        assertThat(settings.training().loss()).isEqualTo(LossPlan.of(Loss.MAE));
        assertThat(settings.metric()).isEqualTo(Metric.MAE);
        assertThat(settings.targets()).isEqualTo(new ImportedTargets("b", null, Map.of("c", 255)));
        assertThat(settings.notes()).singleElement().asString().contains("The output b is looked at first");
    }

    @Test
    void anOptimizerKeepsAllItsSettings() {
        CompileSettings settings = optimizer(
                "Adam",
                "'learning_rate': 0.0010000000474974513, 'beta_1': 0.8, 'beta_2': 0.99, 'epsilon': 1e-06,"
                        + "'amsgrad': true, 'weight_decay': 0.01, 'clipnorm': 2.0, 'clipvalue': null");

        assertThat(settings.training().optimizer())
                .isEqualTo(new Optimizer.Adam(0.001, 0.8, 0.99, 1e-6, 0.01, true, Form.KERAS));
        assertThat(settings.training().clipping()).isEqualTo(new Clipping(Clipping.Kind.EACH_NORM, 2));
        assertThat(settings.training().schedule()).isNull();
    }

    @Test
    void theDecayOfAnOldOptimizerIsASchedule() {
        CompileSettings settings = read("""
                {'optimizer_config': {'class_name': 'SGD', 'config':
                  {'learning_rate': 0.01, 'decay': 0.0001, 'momentum': 0.9, 'nesterov': true}}}""");

        assertThat(settings.training().optimizer()).isEqualTo(new Optimizer.Sgd(0.01, 0.9, true, 0, Form.KERAS));
        assertThat(settings.training().schedule()).isEqualTo(new Schedule.InverseTime(1, 0.0001, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "ExponentialDecay; 'decay_steps': 10, 'decay_rate': 0.5, 'staircase': true; 20; 0.025",
                "InverseTimeDecay; 'decay_steps': 10, 'decay_rate': 1.0; 10; 0.05",
                "PolynomialDecay; 'decay_steps': 10, 'end_learning_rate': 0.0, 'power': 1.0; 5; 0.05",
                "CosineDecay; 'decay_steps': 10, 'alpha': 0.0; 5; 0.05",
                "CosineDecay; 'decay_steps': 10, 'warmup_target': 0.3, 'warmup_steps': 10; 5; 0.2",
                "CosineDecayRestarts; 'first_decay_steps': 10; 5; 0.05"
            })
    void aScheduleGivesTheRatesOfKeras(String name, String config, int step, double rate) {
        CompileSettings settings = optimizer(
                "RMSprop",
                "'learning_rate': {'class_name': '" + name + "', 'config': {'initial_learning_rate': 0.1, " + config
                        + "}}");

        Schedule schedule = java.util.Objects.requireNonNull(settings.training().schedule());
        Optimizer optimizer =
                java.util.Objects.requireNonNull(settings.training().optimizer());
        assertThat(optimizer.learningRate() * schedule.factor(step, 100, 1000)).isCloseTo(rate, within());
    }

    @Test
    void piecewiseRatesBeginAtTheFirst() {
        CompileSettings settings = optimizer(
                "SGD",
                "'learning_rate': {'class_name': 'PiecewiseConstantDecay', 'config':"
                        + "{'boundaries': [5, 8], 'values': [0.2, 0.1, 0.01]}}");

        Schedule schedule = java.util.Objects.requireNonNull(settings.training().schedule());
        assertThat(0.2 * schedule.factor(5, 100, 1000)).isCloseTo(0.2, within());
        assertThat(0.2 * schedule.factor(6, 100, 1000)).isCloseTo(0.1, within());
        assertThat(0.2 * schedule.factor(9, 100, 1000)).isCloseTo(0.01, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    void accumulatedGradientsAndAveragedWeightsAreTakenOver() {
        CompileSettings settings = optimizer(
                "SGD",
                "'learning_rate': 0.1, 'use_ema': true, 'ema_momentum': 0.9, 'ema_overwrite_frequency': 5, "
                        + "'gradient_accumulation_steps': 4");

        assertThat(settings.notes()).isEmpty();
        assertThat(settings.training().gradientAccumulationSteps()).isEqualTo(4);
        assertThat(settings.training().ema()).isEqualTo(new Ema(0.9, 5));
        TrainingDraft off = optimizer(
                        "SGD",
                        "'use_ema': false, 'ema_momentum': 0.9, 'ema_overwrite_frequency': null, "
                                + "'gradient_accumulation_steps': null")
                .training();
        assertThat(off.gradientAccumulationSteps()).isNull();
        assertThat(off.ema()).isNull();
    }

    @Test
    void aModelThatWasNeverCompiledSetsNothing() {
        assertThat(CompileSettings.read(null, List.of("out")).training().loss()).isNull();
    }
}
