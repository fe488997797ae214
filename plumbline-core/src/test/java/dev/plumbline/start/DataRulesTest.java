package dev.plumbline.start;

import static dev.plumbline.testdata.Synthetic.classes;
import static dev.plumbline.testdata.Synthetic.inputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Synthetic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule: the fault planted, and a healthy twin of the same data on which it stays silent. */
class DataRulesTest {
    private final Dataset data = Synthetic.healthy();

    @Test
    void oneMissingAndOneInfiniteValueAreErrors() {
        assertThat(found("missing-or-infinite-values", data)).isEmpty();

        inputs(data, SplitName.TRAIN)[5] = Float.NaN;
        inputs(data, SplitName.VALIDATION)[2] = Float.NEGATIVE_INFINITY;

        assertThat(found("missing-or-infinite-values", data)).hasSize(2).allMatch(DataRulesTest::isError);
        assertThat(found("missing-or-infinite-values", data).get(0).seen()).isEqualTo("1 missing value (NaN), in f1");
    }

    @Test
    void constantPixelsAtTheBorderAreWorthKnowingAndABlankInputIsAnError() {
        assertThat(found("constant-feature", data)).isEmpty();
        assertThat(found("constant-feature", ExampleData.flatDigits()))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);

        Arrays.fill(inputs(data, SplitName.TRAIN), 0);

        assertThat(found("constant-feature", data)).hasSize(1).allMatch(DataRulesTest::isError);
    }

    @Test
    void unequalScalesMatterOnlyWhereTheyReachTheNetwork() {
        Dataset raw = ExampleData.breastCancer();
        DataProfile profile = new DataProfiler().profile(raw);

        assertThat(new FeaturesDifferInScale(Normalization.NONE, false).look(profile))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(new FeaturesDifferInScale(Normalization.NONE, true).look(profile))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.INFO);
                    assertThat(f.why()).contains("comes from a file");
                });
        assertThat(new FeaturesDifferInScale(Normalization.UNIT_RANGE, false).look(profile))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
        assertThat(new FeaturesDifferInScale(Normalization.STANDARDIZE, false).look(profile))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
        assertThat(new FeaturesDifferInScale(Normalization.NONE, false).look(new DataProfiler().profile(data)))
                .isEmpty();
    }

    @Test
    void oneClassInTenIsImbalanced() {
        assertThat(found("class-imbalance", data)).isEmpty();

        long[] targets = classes(data, SplitName.TRAIN);
        for (int i = 0; i < targets.length; i++) {
            targets[i] = i % 10 == 0 ? 1 : 0;
        }

        assertThat(found("class-imbalance", data))
                .extracting(Finding::seen)
                .containsExactly("540 train examples of \"c0\", 60 of \"c1\"");
    }

    @Test
    void aClassWithAHandfulOfExamplesIsRareAndOneWithNoneIsAnError() {
        assertThat(found("rare-class", data)).isEmpty();

        long[] targets = classes(data, SplitName.TRAIN);
        Arrays.setAll(targets, i -> i < 4 ? 2 : i % 2);
        assertThat(found("rare-class", data)).extracting(Finding::severity).containsExactly(Severity.WARNING);

        Arrays.setAll(targets, i -> i % 2);
        assertThat(found("rare-class", data)).hasSize(1).allMatch(DataRulesTest::isError);
    }

    @Test
    void manyTestExamplesInTrainAreAnErrorAndOneIsAWarning() {
        assertThat(found("duplicates-across-splits", data)).isEmpty();

        assertThat(found("duplicates-across-splits", withTrainExamplesInTest(60)))
                .hasSize(1)
                .allMatch(DataRulesTest::isError);
        assertThat(found("duplicates-across-splits", withTrainExamplesInTest(1)))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void coarseInputsThatAgreeByChanceAreNoLeakButCopiesOfThemAre() {
        Dataset coarse =
                Synthetic.classification(Map.of(SplitName.TRAIN, coarse(500, 1), SplitName.TEST, coarse(200, 2)), 2);

        assertThat(found("duplicates-across-splits", coarse))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
        assertThat(found("conflicting-labels", coarse))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);

        Dataset copied = coarse.with(SplitName.TEST, coarse.train().first(200));
        assertThat(found("duplicates-across-splits", copied)).hasSize(1).allMatch(DataRulesTest::isError);
    }

    @Test
    void blankedImagesWithAllKindsOfLabelsConflict() {
        Dataset digits = ExampleData.digits();
        assertThat(found("conflicting-labels", digits)).isEmpty();

        Arrays.fill(inputs(digits, SplitName.TRAIN), 0, 200 * 64, 0);

        assertThat(found("conflicting-labels", digits)).hasSize(1).allMatch(DataRulesTest::isError);
    }

    @Test
    void thirtyExamplesAreFew() {
        assertThat(found("few-examples", data)).isEmpty();
        assertThat(found("few-examples", data.with(SplitName.TRAIN, data.train().first(30))))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void aTestSplitOnAnotherScaleDiffersAndAShiftedOneIsMeantTo() {
        assertThat(found("split-differs", data)).isEmpty();

        float[] values = inputs(data, SplitName.TEST);
        for (int i = 2; i < values.length; i += 4) {
            values[i] += 1.5f;
        }

        assertThat(found("split-differs", data)).hasSize(1);
        assertThat(found("split-differs", data).get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(found("split-differs", data).get(0).seen()).contains("1 feature", "f2");
        Dataset shifted = data.with(
                        SplitName.SHIFTED_VALIDATION, data.split(SplitName.TEST).orElseThrow())
                .only(java.util.Set.of(SplitName.TRAIN, SplitName.SHIFTED_VALIDATION));
        assertThat(found("split-differs", shifted))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
    }

    @Test
    void aTestSplitOfOneClassOnlyDiffers() {
        int[] ofOne = IntStream.range(0, 150)
                .filter(i -> classes(data, SplitName.TEST)[i] == 1)
                .toArray();

        Dataset sorted = data.with(
                SplitName.TEST, data.split(SplitName.TEST).orElseThrow().pick(ofOne));

        assertThat(found("split-differs", sorted)).extracting(Finding::subject).contains("target y of test");
    }

    private Dataset withTrainExamplesInTest(int count) {
        return data.with(
                SplitName.TEST,
                Synthetic.joined(
                        data.split(SplitName.TEST).orElseThrow().first(150 - count),
                        data.train().first(count)));
    }

    /** Four columns of six values each: 1,296 different rows, classes at random. */
    private static Split coarse(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * 4];
        long[] classes = new long[rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(6);
            classes[i / 4] = random.nextInt(2);
        }
        return new Split(List.of(FloatTensor.of(values, rows, 4)), LongTensor.of(classes, rows));
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR && finding.confirmedBy() != null;
    }

    private static List<Finding> found(String rule, Dataset dataset) {
        DataProfile profile = new DataProfiler().profile(dataset);
        return DataChecks.standard().stream()
                .filter(check -> check.rule().id().equals(rule))
                .flatMap(check -> check.look(profile).stream())
                .toList();
    }
}
