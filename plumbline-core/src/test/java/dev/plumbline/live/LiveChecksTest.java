package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.finding.RulePages;
import dev.plumbline.finding.Severity;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Each rule: the fault planted, and a healthy twin on which it stays silent. */
class LiveChecksTest {
    /** From 2.3 down to 0.05, with a batch's noise. */
    private static final IntToDoubleFunction FALLING =
            step -> 0.05 + 2.25 * Math.exp(-step / 60.0) * (1 + 0.2 * Math.sin(step * 1.7));

    private static final IntToDoubleFunction FLAT = step -> 2.3 + 0.02 * Math.sin(step * 1.7);

    /** A run that learns, with the given losses in place of a healthy one's. */
    private static Story run(IntToDoubleFunction loss, double updateRatio, double... gradients) {
        Story story = new Story();
        for (int i = 0; i < 5; i++) {
            story.losses(60, loss).probe(updateRatio, gradients);
        }
        return story;
    }

    @Test
    void aHealthyRunIsNotSpokenOf() {
        Story story = run(FALLING, 2e-3, 0.02, 0.03, 0.05);
        for (int i = 1; i <= 30; i++) {
            double left = Math.exp(-i / 5.0);
            story.epoch(i, 2 * left, 1 - left, 2 * left + 0.1, 0.97 - left);
        }
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void everyRuleHasAPage() {
        LiveRules.standard()
                .forEach(check -> assertThat(RulePages.page(check.rule().id()))
                        .as(check.rule().id())
                        .startsWith("# " + check.rule().id()));
    }

    @Test
    void aLossThatIsNoNumberIsToldAtOnceAndNothingAfterIt() {
        Story story = new Story().losses(20, step -> step < 12 ? 2 : Double.NaN);
        assertThat(story.rules()).containsExactly("not-finite");
        assertThat(story.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(story.findings().get(0).seen()).contains("step 12");
        story.losses(400, step -> Double.NaN)
                .probe(0, 0, 0, 0)
                .probe(0, 0, 0, 0)
                .probe(0, 0, 0, 0);
        assertThat(story.rules()).containsExactly("not-finite");
    }

    @Test
    void aLossThatStaysWhereItWasIsToldOnce() {
        assertThat(new Story().losses(190, FLAT).rules()).isEmpty();
        assertThat(new Story().losses(2_000, FLAT).rules()).containsExactly("loss-not-falling");
        assertThat(new Story().losses(2_000, FALLING).rules()).isEmpty();
        assertThat(new Story().losses(2_000, step -> -step / 100.0).rules()).isEmpty();
    }

    @Test
    void aLossThatSwingsIsTold() {
        IntToDoubleFunction swinging = step -> step < 20 ? 2.3 : 1.5 + 1.4 * Math.sin(step / 8.0);
        assertThat(new Story().losses(300, swinging).rules()).contains("loss-swings");
        IntToDoubleFunction noisy = step -> 1.2 + (step % 2 == 0 ? 0.8 : -0.8);
        assertThat(new Story()
                        .losses(300, step -> step < 20 ? 2.3 : noisy.applyAsDouble(step))
                        .rules())
                .isEmpty();
    }

    @Test
    void stepsThatAreTooLargeAreToldWhereTheLossDoesNotFall() {
        IntToDoubleFunction overshot = step -> step == 0 ? 2.3 : 40 + 900 * Math.exp(-step / 20.0);
        assertThat(run(overshot, 0.4, 0.02, 0.03, 0.05).rules()).contains("learning-rate-too-high");
        assertThat(run(overshot, 0.4, 0, 0, 0).rules()).contains("learning-rate-too-high");
        assertThat(run(FALLING, 0.4, 0.02, 0.03, 0.05).rules()).isEmpty();
        assertThat(run(overshot, 0.01, 0.02, 0.03, 0.05).rules()).doesNotContain("learning-rate-too-high");
    }

    @Test
    void stepsThatAreTooSmallAreToldWhereTheLossDoesNotFall() {
        assertThat(run(FLAT, 1e-7, 0.02, 0.03, 0.05).rules()).contains("learning-rate-too-low");
        assertThat(run(FALLING, 1e-7, 0.02, 0.03, 0.05).rules()).isEmpty();
        assertThat(run(FLAT, 1e-3, 0.02, 0.03, 0.05).rules()).doesNotContain("learning-rate-too-low");
        assertThat(run(FLAT, 1e-7, 0, 0, 0).rules()).doesNotContain("learning-rate-too-low");
    }

    @Test
    void gradientsThatVanishAreTold() {
        assertThat(run(FLAT, 1e-3, 1e-7, 1e-4, 0.02).rules()).contains("vanishing-gradient");
        assertThat(run(FALLING, 1e-3, 1e-7, 1e-4, 0.02).rules()).isEmpty();
        assertThat(run(FLAT, 1e-3, 0.01, 0.01, 0.02).rules()).doesNotContain("vanishing-gradient");
    }

    @Test
    void gradientsThatExplodeAreTold() {
        assertThat(run(FALLING, 1e-3, 3e6, 0.1, 0.1).rules()).containsExactly("exploding-gradient");
        Story growing = new Story();
        for (int i = 0; i < 5; i++) {
            growing.losses(60, FALLING).probe(1e-3, Math.pow(20, i), 0.1, 0.1);
        }
        assertThat(growing.rules()).containsExactly("exploding-gradient");
        Story waking = new Story();
        for (int i = 0; i < 5; i++) {
            waking.losses(60, FALLING).probe(1e-3, 1e-7 * Math.pow(20, i), 1e-6, 1e-6);
        }
        assertThat(waking.rules()).isEmpty();
    }

    @Test
    void whatDoesNotMoveIsTold() {
        assertThat(run(FALLING, 0, 0.02, 0.03, 0.05).rules()).containsExactly("parameters-unmoved");
        assertThat(run(FALLING, 0, 0.02, 0.03, 0.05).findings().get(0).subject())
                .isEqualTo("dense_1/weight, dense_2/weight, dense_3/weight");
    }

    @Test
    void whatIsFrozenOrGetsNoGradientOrIsDeadIsTold() {
        Story frozen = new Story();
        Story missing = new Story();
        Story dead = new Story();
        for (int i = 0; i < 4; i++) {
            var moving = Story.weight(2, true, 0.1 * i, 0.02, 1e-3);
            frozen.probe(List.of(), List.of(Story.weight(1, false, 0.1, 0, 0), moving));
            missing.probe(List.of(), List.of(Story.weight(1, true, 0.1, 0, 0), moving));
            dead.probe(List.of(Story.relu(0.999)), List.of(moving));
        }
        assertThat(frozen.rules()).containsExactly("frozen-parameter");
        assertThat(missing.rules()).containsExactly("gradient-missing");
        assertThat(dead.rules()).containsExactly("dead-units");
    }

    @Test
    void validationThatGetsWorseIsTold() {
        Story story = new Story();
        Story calibration = new Story();
        for (int i = 1; i <= 12; i++) {
            double left = Math.exp(-i / 3.0);
            double risen = 0.3 + 0.1 * Math.max(0, i - 3);
            story.epoch(i, 0.4 * left, 1 - 0.3 * left, risen, 0.85 - 0.025 * Math.max(0, i - 3));
            calibration.epoch(i, 0.4 * left, 1 - 0.3 * left, risen, 0.85 + 0.001 * i);
        }
        assertThat(story.rules()).containsExactly("validation-worse");
        assertThat(calibration.rules()).isEmpty();
    }

    @Test
    void validationThatIsMuchBetterThanTrainIsTold() {
        Story story = new Story();
        for (int i = 1; i <= 6; i++) {
            story.epoch(i, 1.2 - 0.05 * i, 0.6 + 0.01 * i, 0.4, 0.85);
        }
        assertThat(story.rules()).containsExactly("too-good");
    }

    @Test
    void manySnapshotsDoNotPileUp() {
        GrowingTrace trace = new GrowingTrace();
        for (int i = 0; i < 1_000; i++) {
            trace.add(new Snapshot(i, List.of(), List.of()));
        }
        assertThat(trace.soFar().snapshots()).hasSizeLessThan(50);
        assertThat(trace.soFar().first().orElseThrow().step()).isZero();
        assertThat(trace.soFar().last().orElseThrow().step()).isEqualTo(999);
    }
}
