package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.experiment.Budget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void aDeadlineAheadHasTimeLeftAndHandsOutNoMoreThanThat() {
        Deadline deadline = Deadline.in(Duration.ofHours(1));
        assertThat(deadline.passed()).isFalse();
        assertThat(deadline.left()).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(deadline.budget().time()).isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(deadline.budget(Duration.ofHours(2)).time()).isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void aRunThatAsksForLessGetsWhatItAsksFor() {
        assertThat(Deadline.in(Duration.ofHours(1)).budget(Duration.ofSeconds(5)))
                .isEqualTo(Budget.of(Duration.ofSeconds(5)));
    }

    @Test
    void aPassedDeadlineStillGivesAMillisecondSoThatARunCanReport() {
        Deadline deadline = Deadline.in(Duration.ZERO);
        assertThat(deadline.passed()).isTrue();
        assertThat(deadline.left()).isZero();
        assertThat(deadline.budget()).isEqualTo(Budget.of(Duration.ofMillis(1)));
        assertThat(deadline.budget(Duration.ZERO)).isEqualTo(Budget.of(Duration.ofMillis(1)));
    }

    @Test
    void aDeadlineInThePastHasPassed() {
        Deadline deadline = Deadline.in(Duration.ofHours(-1));
        assertThat(deadline.passed()).isTrue();
        assertThat(deadline.left()).isZero();
    }
}
