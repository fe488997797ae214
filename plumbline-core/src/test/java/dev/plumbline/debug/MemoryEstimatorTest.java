package dev.plumbline.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against sums done by hand; four bytes a float, eight a class number. */
class MemoryEstimatorTest {
    private static final Dataset ROWS = Synthetic.healthy();
    private static final Dataset DIGITS = ExampleData.digits();

    private static final String MLP = """
            model:
              layers:
                - dense: {units: 8, activation: relu}
                - dense: {units: 3}
            training: {optimizer: %s, batch-size: %d}
            """;

    private static final String CONV = """
            model:
              layers:
                - conv2d: {filters: 6, kernel-size: 5, activation: relu}
                - max-pool2d: {pool-size: 2}
                - flatten
                - dense: {units: 10}
            training: {optimizer: {name: sgd, momentum: 0.9}, batch-size: 20}
            """;

    /** Three dense outputs of 8, 8 and 3 numbers are kept, two of 8 flow back, 4 come in. */
    private static final long MLP_EXAMPLE = 4 * (8 + 8 + 3 + (8 + 8) + 4);

    private static final long MLP_WEIGHTS = 4 * (4 * 8 + 8 + 8 * 3 + 3);
    private static final long MLP_DATA = (600 + 150 + 150) * (4 * 4 + 8);

    private static MemoryEstimate estimate(String yaml, Dataset data, long available) {
        Setup setup = Setups.of(yaml, data);
        return MemoryEstimator.estimate(
                setup.network(), setup.types(), setup.experiment().training(), data, available);
    }

    private static MemoryEstimate mlp(String optimizer, int batch, long available) {
        return estimate(MLP.formatted(optimizer, batch), ROWS, available);
    }

    @Test
    void anMlpTakesWhatItsShapesSay() {
        MemoryEstimate memory = mlp("adam", 10, Long.MAX_VALUE);
        assertThat(memory.parameterBytes()).isEqualTo(MLP_WEIGHTS).isEqualTo(268);
        assertThat(memory.gradientBytes()).isEqualTo(MLP_WEIGHTS);
        assertThat(memory.optimizerBytes()).isEqualTo(2 * MLP_WEIGHTS);
        assertThat(memory.activationBytes()).isEqualTo(10 * MLP_EXAMPLE).isEqualTo(1560);
        assertThat(memory.dataBytes()).isEqualTo(MLP_DATA).isEqualTo(21_600);
        assertThat(memory.totalBytes()).isEqualTo(1560 + 4 * 268 + 21_600);
        assertThat(memory.largest().get(0).bytes()).isEqualTo(320);
        assertThat(memory.largest().get(0).layer()).isEqualTo("dense_1");
        assertThat(memory.largest()).hasSize(7).isSortedAccordingTo((a, b) -> Long.compare(b.bytes(), a.bytes()));
    }

    @Test
    void plainGradientDescentRemembersNothingAndMomentumOneNumberAWeight() {
        assertThat(mlp("{name: sgd}", 10, Long.MAX_VALUE).optimizerBytes()).isZero();
        assertThat(mlp("{name: sgd, momentum: 0.9}", 10, Long.MAX_VALUE).optimizerBytes())
                .isEqualTo(MLP_WEIGHTS);
        assertThat(mlp("adamw", 10, Long.MAX_VALUE).optimizerBytes()).isEqualTo(2 * MLP_WEIGHTS);
    }

    @Test
    void frozenWeightsHaveNoGradientAndNoOptimizerState() {
        String frozen = MLP.formatted("adam", 10).replace("{units: 8,", "{units: 8, trainable: false,");
        MemoryEstimate memory = estimate(frozen, ROWS, Long.MAX_VALUE);
        assertThat(memory.parameterBytes()).isEqualTo(MLP_WEIGHTS);
        assertThat(memory.gradientBytes()).isEqualTo(4 * (8 * 3 + 3));
        assertThat(memory.optimizerBytes()).isEqualTo(2 * 4 * (8 * 3 + 3));
    }

    @Test
    void aConvolutionTakesWhatItsShapesSayAndAFlattenNothing() {
        // 8 x 8 pixels, a kernel of 5 without padding: 6 x 4 x 4; pooled: 6 x 2 x 2
        long kept = 6 * 4 * 4 + 6 * 4 * 4 + 6 * 2 * 2 + 10;
        long flowing = 6 * 4 * 4 + 6 * 4 * 4;
        long weights = 6 * 25 + 6 + 24 * 10 + 10;
        MemoryEstimate memory = estimate(CONV, DIGITS, Long.MAX_VALUE);
        assertThat(memory.activationBytes()).isEqualTo(20 * 4 * (kept + flowing + 64));
        assertThat(memory.parameterBytes()).isEqualTo(4 * weights);
        assertThat(memory.gradientBytes()).isEqualTo(4 * weights);
        assertThat(memory.optimizerBytes()).isEqualTo(4 * weights);
        assertThat(memory.dataBytes()).isEqualTo((1437 + 360) * (64 * 4 + 8));
    }

    @Test
    void theLargestBatchFitsAndOneExampleMoreDoesNot() {
        long available = 4 * MLP_WEIGHTS + MLP_DATA + 100 * MLP_EXAMPLE + MLP_EXAMPLE - 1;
        MemoryEstimate asked = mlp("adam", 10, available);
        assertThat(asked.largestBatch()).isEqualTo(100);
        assertThat(mlp("adam", 100, available).fits()).isTrue();
        assertThat(mlp("adam", 101, available).fits()).isFalse();
        assertThat(mlp("adam", 101, available).largestBatch()).isEqualTo(100);
    }

    @Test
    void exactlyAsMuchAsThereIsFits() {
        MemoryEstimate memory = mlp("adam", 7, 4 * MLP_WEIGHTS + MLP_DATA + 7 * MLP_EXAMPLE);
        assertThat(memory.fits()).isTrue();
        assertThat(memory.largestBatch()).isEqualTo(7);
    }

    @Test
    void whereTheWeightsAloneDoNotFitNoBatchDoes() {
        MemoryEstimate memory = mlp("adam", 1, 4 * MLP_WEIGHTS + MLP_DATA - 1);
        assertThat(memory.fits()).isFalse();
        assertThat(memory.largestBatch()).isZero();
    }

    @Test
    void aStepThatFitsIsNoFinding() {
        assertThat(look(mlp("adam", 10, 1 << 20))).isEmpty();
    }

    @Test
    void aStepThatDoesNotFitNamesTheBatchThatWouldAndTheLargestValues() {
        Setup setup = Setups.of("model: {architecture: lenet}\ntraining: {batch-size: 1024}", DIGITS);
        MemoryEstimate memory = MemoryEstimator.estimate(
                setup.network(), setup.types(), setup.experiment().training(), DIGITS, 5_000_000);
        assertThat(look(memory)).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("out-of-memory");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.subject()).isEqualTo("batch size 1024");
            assertThat(finding.seen()).contains(memory.largest().get(0).name());
            assertThat(finding.remedy()).contains("`batch-size=" + memory.largestBatch() + "`");
        });
        Experiment smaller = dev.plumbline.intervention.Interventions.standard()
                .parse("batch-size=" + memory.largestBatch())
                .apply(setup.experiment());
        MemoryEstimate fitted =
                MemoryEstimator.estimate(setup.network(), setup.types(), smaller.training(), DIGITS, 5_000_000);
        assertThat(look(fitted)).isEmpty();
    }

    @Test
    void aSmallShortageIsShownInAUnitInWhichItCanBeSeen() {
        assertThat(look(mlp("adam", 10, 20_000)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.seen()).doesNotContain("0.0 GB"));
    }

    private static List<Finding> look(MemoryEstimate memory) {
        return MemoryChecks.standard().stream()
                .flatMap(check -> check.look(memory).stream())
                .toList();
    }
}
