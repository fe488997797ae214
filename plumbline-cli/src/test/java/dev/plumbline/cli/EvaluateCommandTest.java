package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From bare numbers to a decision, for people who trained elsewhere. */
class EvaluateCommandTest {
    @Test
    void theLecturesChartComesOutExactly() {
        Answer answer = Answer.to(
                "evaluate", "--irreducible", "25", "--train", "27", "--validation", "32", "--test", "34", "--no-color");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(answer.words())
                .contains("the test error (34 points)")
                .contains("is the variance: 5 points (avoidable bias 2 points; validation overfitting 2 points)");
    }

    @Test
    void sharesSayTheSameAsPercents() {
        Answer percents =
                Answer.to("evaluate", "--irreducible=25", "--train=27", "--validation=32", "--test=34", "--no-color");
        Answer shares = Answer.to(
                "evaluate", "--irreducible=0.25", "--train=0.27", "--validation=0.32", "--test=0.34", "--no-color");

        assertThat(shares.words()).isEqualTo(percents.words());
    }

    @Test
    void theShiftIsATermOfItsOwn() {
        Answer answer = Answer.to(
                "evaluate",
                "--irreducible=1",
                "--train=2",
                "--validation=3",
                "--shifted-validation=13",
                "--test=14",
                "--n-train=20000",
                "--n-validation=5000",
                "--n-shifted-validation=5000",
                "--n-test=5000",
                "--no-color");

        assertThat(answer.status()).isZero();
        assertThat(answer.words()).containsIgnoringCase("distribution shift: 10 points");
    }

    @Test
    void aDifferenceWithinTheNoiseIsNotWorkedOn() {
        Answer few = Answer.to(
                "evaluate",
                "--train=10",
                "--validation=15",
                "--n-train=1000",
                "--n-validation=20",
                "--irreducible=9.9");

        assertThat(few.status()).isZero();
        assertThat(few.words()).contains("noise");
    }
}
