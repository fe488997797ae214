package dev.plumbline.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.lab.Predictions;
import dev.plumbline.start.Starter;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Synthetic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    @Test
    void digitsHaveTheScoresThatScikitLearnGives() {
        List<Contender> contenders = contenders(ExampleData.wholeTrain(ExampleData.digits()));

        assertThat(contenders)
                .extracting(Contender::name)
                .containsExactly("majority class", "logistic regression", "nearest neighbour", "5 nearest neighbours");
        assertThat(contenders.get(0).score().value()).isBetween(0.05, 0.15);
        assertThat(contenders.get(1).score().value()).isBetween(0.95, 0.98);
        // KNeighborsClassifier of scikit-learn 1.9.1: 354 and 352 of 360
        assertThat(contenders.get(2).score().value()).isCloseTo(354 / 360.0, within(1e-9));
        assertThat(contenders.get(3).score().value()).isCloseTo(352 / 360.0, within(1.5 / 360));
        assertThat(contenders)
                .allSatisfy(
                        c -> assertThat(c.score().low()).isLessThan(c.score().high()));
    }

    @Test
    void diabetesHaveTheScoresThatScikitLearnGives() {
        List<Contender> contenders = contenders(ExampleData.wholeTrain(ExampleData.diabetes()));

        assertThat(contenders.get(0).name()).isEqualTo("mean of train");
        assertThat(contenders.get(0).how()).isEqualTo("Always says the mean target, 151.6.");
        assertThat(contenders.get(0).score().value()).isCloseTo(71.657404, within(1e-3));
        assertThat(contenders.get(1).score().value()).isCloseTo(58.567113, within(1e-3));
        assertThat(contenders.get(2).score().value()).isCloseTo(90.022282, within(1e-3));
        assertThat(contenders.get(3).score().value()).isCloseTo(64.768976, within(1e-3));
    }

    @Test
    void sequencesAreFlattened() {
        List<Contender> contenders = contenders(ExampleData.vowels());

        assertThat(contenders.get(1).score().value()).isGreaterThan(0.9);
    }

    @Test
    void tokensAreCountedAndLabelsAnsweredOneByOne() {
        Random random = new Random(0);
        long[] tokens = new long[200 * 5];
        float[] labels = new float[200 * 2];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = random.nextInt(10);
            // label 0: token 3 stands in it; label 1: token 7 does
            labels[i / 5 * 2] = tokens[i] == 3 ? 1 : labels[i / 5 * 2];
            labels[i / 5 * 2 + 1] = tokens[i] == 7 ? 1 : labels[i / 5 * 2 + 1];
        }
        Tensor inputs = LongTensor.of(tokens, 200, 5);
        Split split = new Split(List.of(inputs), FloatTensor.of(labels, 200, 2));
        Dataset dataset = new Dataset(
                Task.MULTILABEL,
                new Schema(
                        Modality.SEQUENCE,
                        List.of(new InputSchema("x", Shape.of(5), DType.INT64, List.of(), 10)),
                        "y",
                        List.of("three", "seven"),
                        2),
                Map.of(SplitName.TRAIN, split, SplitName.TEST, split),
                List.of());

        assertThat(contenders(dataset).get(1).score().value()).isGreaterThan(0.98);
        assertThat(contenders(dataset).get(0).score().value()).isBetween(0.5, 0.8);
    }

    @Test
    void aNetworkThatSaysTheSameToEverythingHasLearnedNothing() {
        Dataset data = Synthetic.healthy();

        Finding finding = onlyFinding(data, new int[150]);

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.status()).isEqualTo(Status.CONFIRMED);
        assertThat(finding.seen()).startsWith("accuracy 33.3 %").contains("majority class");
    }

    @Test
    void aNetworkThatIsWorseThanALineIsAWarningAndOneThatIsBetterIsFine() {
        Dataset data = Synthetic.healthy();
        int[] right = new int[150];
        int[] half = new int[150];
        for (int i = 0; i < 150; i++) {
            right[i] = i % 3;
            half[i] = i % 2 == 0 ? i % 3 : (i + 1) % 3;
        }

        assertThat(onlyFinding(data, half).severity()).isEqualTo(Severity.WARNING);
        assertThat(onlyFinding(data, half).seen()).contains("logistic regression");
        assertThat(look(data, right)).isEmpty();
    }

    @Test
    void aNetworkAsGoodAsASimplerModelIsWorthKnowing() {
        Comparison comparison = new Comparison(
                Metric.RMSE,
                SplitName.TEST,
                89,
                List.of(
                        new Contender("mean of train", "", new Interval(72, 65, 79), false),
                        new Contender("linear regression", "", new Interval(58, 51, 64), false),
                        new Contender("network", "", new Interval(57, 50, 63), true)));

        assertThat(new BelowBaseline().look(comparison))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
    }

    @Test
    void aScoreThatIsNoNumberIsNotBetterThanAnything() {
        Dataset diabetes = ExampleData.diabetes();
        Split test = diabetes.split(SplitName.TEST).orElseThrow();
        float[] nan = new float[test.size()];
        java.util.Arrays.fill(nan, Float.NaN);
        Predictions predictions = new Predictions(
                Task.REGRESSION, Loss.Takes.VALUES, FloatTensor.of(nan, test.size(), 1), test.targets(), Double.NaN);

        Comparison comparison =
                Baselines.standard().compare(diabetes, experiment(diabetes), SplitName.TEST, predictions);

        assertThat(new BelowBaseline().look(comparison))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void theRuleHasItsPage() {
        assertThat(ComparisonChecks.standard())
                .allSatisfy(check -> assertThat(getClass()
                                .getResource(
                                        "/dev/plumbline/rules/" + check.rule().id() + ".md"))
                        .isNotNull());
    }

    private static Finding onlyFinding(Dataset data, int[] said) {
        List<Finding> findings = look(data, said);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Finding> look(Dataset data, int[] said) {
        Predictions network = Predictions.ofClasses(
                said, (LongTensor) data.split(SplitName.TEST).orElseThrow().targets(), 3);
        Comparison comparison = Baselines.standard().compare(data, experiment(data), SplitName.TEST, network);
        List<Finding> findings = new ArrayList<>();
        ComparisonChecks.standard().forEach(check -> findings.addAll(check.look(comparison)));
        return findings;
    }

    private static List<Contender> contenders(Dataset dataset) {
        return Baselines.standard().contenders(dataset, experiment(dataset), SplitName.TEST);
    }

    private static Experiment experiment(Dataset dataset) {
        return new Starter()
                .propose(Draft.of("data", DataPlan.of(Path.of("train.csv"))), dataset)
                .experiment();
    }
}
