package dev.plumbline.debug.cause.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Subsets;
import dev.plumbline.data.edit.Edits;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.PlantedData;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cause is planted in real data; it must be told, and its first edit must take it away. */
class PlantedDataCausesTest {
    /**
     * @param fault what is done to the healthy data
     * @param edit the first edit; empty where no edit can test it
     */
    record Planted(String rule, String how, Dataset healthy, UnaryOperator<Dataset> fault, String yaml, String edit) {
        Setup setup() {
            return Setups.of(yaml, fault.apply(healthy));
        }

        @Override
        public String toString() {
            return rule + " (" + how + ")";
        }
    }

    private static final Dataset DIGITS = ExampleData.digits();
    private static final Dataset FLAT = ExampleData.flatDigits();
    private static final Dataset CANCER = ExampleData.breastCancer();
    private static final Dataset DIABETES = ExampleData.diabetes();
    private static final Dataset ROWS = Synthetic.healthy();
    private static final String PLAIN = "name: planted";
    private static final String IN_ORDER = "training: {shuffle: false}";

    static Stream<Planted> planted() {
        return Stream.of(
                new Planted(
                        "normalization-differs",
                        "images of validation divided by 16",
                        DIGITS,
                        d -> PlantedData.scaled(d, SplitName.VALIDATION, 1 / 16f, 0),
                        PLAIN,
                        "match-splits"),
                new Planted(
                        "normalization-differs",
                        "rows of validation standardized",
                        CANCER,
                        d -> PlantedData.standardized(d, SplitName.VALIDATION),
                        PLAIN,
                        "match-splits"),
                new Planted(
                        "normalization-differs",
                        "test alone, which no search may look at",
                        CANCER,
                        d -> PlantedData.standardized(d, SplitName.TEST),
                        PLAIN,
                        ""),
                new Planted(
                        "channels-swapped",
                        "blue first in validation",
                        PlantedData.coloured(DIGITS),
                        d -> PlantedData.reversedChannels(d, SplitName.VALIDATION),
                        PLAIN,
                        "permute-channels"),
                new Planted(
                        "channels-swapped",
                        "channels last, reshaped",
                        PlantedData.coloured(DIGITS),
                        PlantedData::interleaved,
                        PLAIN,
                        "permute-channels"),
                new Planted(
                        "inputs-corrupted",
                        "-999 for missing",
                        CANCER,
                        d -> PlantedData.standIn(d, 3, -999, 0.05),
                        PLAIN,
                        "clean-inputs"),
                new Planted(
                        "inputs-corrupted",
                        "blank images",
                        DIGITS,
                        d -> PlantedData.blank(d, 0.1),
                        PLAIN,
                        "clean-inputs"),
                new Planted(
                        "inputs-corrupted",
                        "a part scaled",
                        FLAT,
                        d -> PlantedData.partScaled(d, 255, 0.2),
                        PLAIN,
                        "clean-inputs"),
                new Planted(
                        "targets-corrupted",
                        "another unit",
                        DIABETES,
                        d -> PlantedData.targetsScaled(d, 1000, 0.05),
                        PLAIN,
                        "clean-targets"),
                new Planted(
                        "targets-corrupted",
                        "0 for missing",
                        DIABETES,
                        d -> PlantedData.targetsSet(d, 0, 0.2),
                        PLAIN,
                        "clean-targets"),
                new Planted(
                        "targets-corrupted",
                        "-9999 for missing",
                        DIABETES,
                        d -> PlantedData.targetsSet(d, -9999, 0.05),
                        PLAIN,
                        "clean-targets"),
                new Planted(
                        "labels-differ-between-splits",
                        "numbered one higher in validation",
                        DIGITS,
                        d -> PlantedData.renumbered(d, SplitName.VALIDATION, k -> (k + 1) % 10),
                        PLAIN,
                        "match-labels"),
                new Planted(
                        "labels-differ-between-splits",
                        "two classes swapped in validation",
                        CANCER,
                        d -> PlantedData.renumbered(d, SplitName.VALIDATION, k -> 1 - k),
                        PLAIN,
                        "match-labels"),
                new Planted(
                        "labels-shuffled",
                        "one permutation of train",
                        DIGITS,
                        d -> PlantedData.shuffledTargets(d, 1),
                        PLAIN,
                        ""),
                new Planted(
                        "labels-shuffled", "one row late", FLAT, PlantedData::lateTargets, PLAIN, "shift-targets=-1"),
                new Planted(
                        "label-noise",
                        "a quarter of train",
                        DIGITS,
                        d -> PlantedData.shuffledTargets(d, 0.25),
                        PLAIN,
                        "drop-suspects"),
                new Planted("unshuffled-order", "sorted by class", DIGITS, PlantedData::sorted, IN_ORDER, "shuffle"),
                new Planted("unshuffled-order", "sorted by amount", DIABETES, PlantedData::sorted, IN_ORDER, "shuffle"),
                new Planted(
                        "duplicate-examples",
                        "half of train repeated",
                        DIGITS,
                        d -> PlantedData.repeated(d, 0.5),
                        PLAIN,
                        "drop-duplicates"),
                new Planted(
                        "leaking-feature",
                        "a copy of the class, everywhere",
                        CANCER,
                        d -> PlantedData.leaking(d, 4, true),
                        PLAIN,
                        ""),
                new Planted(
                        "leaking-feature",
                        "a copy of the amount, in train alone",
                        DIABETES,
                        d -> PlantedData.leaking(d, 4, false),
                        PLAIN,
                        "drop-feature=s1"),
                new Planted("order-lost", "a clock", CANCER, d -> PlantedData.clock(d, 0), PLAIN, ""),
                new Planted(
                        "metric-unsuited",
                        "accuracy of a rare class",
                        ROWS,
                        d -> PlantedData.rare(d, 0.03),
                        "goal: {metric: accuracy}",
                        ""));
    }

    private static List<Finding> look(Setup setup, String rule) {
        return DataCauses.list().stream()
                .filter(cause -> cause.rule().id().equals(rule))
                .flatMap(cause -> cause.look(setup).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedCauseIsTold(Planted planted) {
        assertThat(look(planted.setup(), planted.rule())).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.severity()).isNotEqualTo(Severity.INFO);
            assertThat(finding.seen()).containsPattern("\\d");
        });
    }

    @ParameterizedTest
    @MethodSource("planted")
    void theHealthyTwinIsLeftInPeace(Planted planted) {
        String yaml = planted.yaml().replace("accuracy", "balanced-accuracy");
        assertThat(look(Setups.of(yaml, planted.healthy()), planted.rule())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void itsEditTakesItAway(Planted planted) {
        Setup setup = planted.setup();
        List<String> edits = DataCauses.list().stream()
                .filter(cause -> cause.rule().id().equals(planted.rule()))
                .flatMap(cause -> cause.edits(setup).stream())
                .toList();
        if (planted.edit().isEmpty()) {
            assertThat(edits).isEmpty();
            return;
        }
        assertThat(edits).first().isEqualTo(planted.edit());
        Experiment edited = Interventions.standard().parse(edits.get(0)).apply(setup.experiment());
        Dataset mended =
                Subsets.apply(Edits.shifted(setup.dataset(), edited.data().edits()), edited.data());
        Experiment asItWas = edited.withData(setup.experiment().data());
        assertThat(look(Setups.of(asItWas, mended), planted.rule())).isEmpty();
    }
}
