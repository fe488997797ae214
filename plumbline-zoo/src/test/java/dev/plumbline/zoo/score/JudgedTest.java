package dev.plumbline.zoo.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgedTest {
    private static final Scores HEALTHY = new Scores("b/healthy/as-it-is", "accuracy", List.of(0.95));
    private static final Said WRONG = new Said("dead-units", "warning", "suspected");
    private static final Said RIGHT = new Said("loss-sign", "error", "confirmed");

    @Test
    void theRankIsThePlaceOfTheFirstRightFinding() {
        assertThat(faulty(List.of(WRONG, RIGHT), List.of()).rank()).isEqualTo(2);
        assertThat(faulty(List.of(WRONG, RIGHT), List.of()).isConfirmed()).isTrue();
        assertThat(faulty(List.of(WRONG), List.of()).isFound()).isFalse();
    }

    @Test
    void aFixCountsOnlyIfTheScoreComesBack() {
        assertThat(faulty(List.of(RIGHT), List.of(0.94)).isRepaired()).isTrue();
        assertThat(faulty(List.of(RIGHT), List.of(0.90)).isRepaired()).isFalse();
        assertThat(faulty(List.of(RIGHT), List.of()).isRepaired()).isFalse();
    }

    @Test
    void aHealthyCaseFailsByAnErrorAndNotByAWarning() {
        assertThat(healthy(WRONG).isFailure()).isFalse();
        assertThat(healthy(RIGHT).isFailure()).isTrue();
    }

    @Test
    void figuresAreSharesOfTheCasesTheyAreAbout() {
        Summary summary = new Summary(
                List.of(faulty(List.of(RIGHT), List.of(0.94)), faulty(List.of(), List.of()), healthy(WRONG)));

        assertThat(summary.figures())
                .extracting(Summary.Figure::text)
                .containsExactly(
                        "50.0 % (1 of 2)",
                        "50.0 % (1 of 2)", "50.0 % (1 of 2)", "50.0 % (1 of 2)", "50.0 % (1 of 2)", "0.0 % (0 of 1)");
    }

    private static Judged faulty(List<Said> said, List<Double> fixed) {
        Verdict verdict = new Verdict("b/loss-sign/minus", "", said, "positive-loss", fixed, 1, 1, null);
        return new Judged("b/loss-sign/minus", "loss-sign", Set.of("loss-sign"), true, HEALTHY, verdict);
    }

    private static Judged healthy(Said said) {
        Verdict verdict = new Verdict("b/healthy/x", "", List.of(said), null, List.of(), 1, 1, null);
        return new Judged("b/healthy/x", "healthy", Set.of(), false, HEALTHY, verdict);
    }
}
