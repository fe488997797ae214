package dev.plumbline.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Normalizer;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.estimate.Cholesky;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.testdata.ExampleData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The expected numbers are scikit-learn 1.9.1's, fitted on the same files: {@code StandardScaler}, then
 * {@code LogisticRegression(C=1, tol=1e-10)} or {@code Ridge(alpha=1)}.
 */
class LinearModelsTest {
    @Test
    void logisticRegressionOnWineHasScikitLearnsWeights() {
        Dataset wine = standardized(ExampleData.wine());
        Rows rows = Rows.of(wine.train(), wine.schema());

        LinearMap map = LogisticRegression.fit(rows, Targets.numbers(wine.train(), 3), 3, true);

        double[] alcohol = {map.weights()[0], map.weights()[14], map.weights()[28]};
        double[] proline = {map.weights()[12], map.weights()[26], map.weights()[40]};
        double[] intercepts = {map.weights()[13], map.weights()[27], map.weights()[41]};
        assertThat(alcohol).containsExactly(new double[] {0.77522837, -0.97442934, 0.19920097}, within(2e-3));
        assertThat(proline).containsExactly(new double[] {1.0535808, -1.10255212, 0.04897131}, within(2e-3));
        assertThat(intercepts).containsExactly(new double[] {0.38824427, 0.7634299, -1.15167417}, within(2e-3));
    }

    @Test
    void logisticRegressionOnDigitsGetsWhatScikitLearnGets() {
        Dataset digits = standardized(ExampleData.flatDigits());

        Baseline.Answer answer = new LinearModel().answer(digits, SplitName.TEST);

        // 349 of 360
        assertThat(answer.predictions().score(Metric.ACCURACY)).isCloseTo(349 / 360.0, within(1.5 / 360));
        assertThat(answer.how()).contains("64 numbers", "1,437 train examples");
    }

    @Test
    void ridgeRegressionOnDiabetesHasScikitLearnsWeightsAndError() {
        Dataset diabetes = standardized(ExampleData.diabetes());
        Rows rows = Rows.of(diabetes.train(), diabetes.schema());

        LinearMap map = RidgeRegression.fit(rows, Targets.numbers(diabetes.train(), 1), 1, 1);

        assertThat(map.weights())
                .containsExactly(
                        new double[] {
                            -1.65167069,
                            -11.51370408,
                            27.56101726,
                            14.27812027,
                            -24.43016336,
                            9.9514886,
                            -1.92649995,
                            7.2030921,
                            33.0900986,
                            2.19733364,
                            151.60623229461757
                        },
                        within(1e-3));
        assertThat(new LinearModel()
                        .answer(diabetes, SplitName.TEST)
                        .predictions()
                        .score(Metric.RMSE))
                .isCloseTo(58.56711331869251, within(1e-3));
    }

    @Test
    void ridgeRegressionWithMoreFeaturesThanRowsIsTheSameSolvedTheOtherWay() {
        // two rows of three features, solved by hand: centred rows are +-(1, 1, 0.5), targets +-1,
        // so that each weight is its feature times 2 / (2 * 2.25 + 1)
        Rows wide = new Rows(new float[] {0, 0, 0, 2, 2, 1}, 2, 3);

        LinearMap map = RidgeRegression.fit(wide, new double[] {1, 3}, 1, 1);

        assertThat(map.weights())
                .containsExactly(new double[] {2 / 5.5, 2 / 5.5, 1 / 5.5, 2 - 4 / 5.5 - 0.5 / 5.5}, within(1e-12));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThat(new Cholesky(new double[][] {{4, 2}, {2, 3}}).solve(new double[] {8, 7}))
                .containsExactly(new double[] {1.25, 1.5}, within(1e-12));
        assertThatThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {2, 1}})).hasMessageContaining("pivot 1 is -3");
    }

    @Test
    void missingValuesCountAsTheMean() {
        Dataset wine = ExampleData.wine();
        ((FloatTensor) wine.train().inputs().get(0)).values()[0] = Float.NaN;
        Dataset prepared = standardized(wine);

        assertThat(new LinearModel()
                        .answer(prepared, SplitName.TEST)
                        .predictions()
                        .score(Metric.ACCURACY))
                .isGreaterThan(0.95);
    }

    private static Dataset standardized(Dataset dataset) {
        Dataset whole = ExampleData.wholeTrain(dataset);
        return Normalizer.fit(whole, DataPlan.of(Path.of("train.csv"))).apply(whole);
    }
}
