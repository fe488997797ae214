package dev.plumbline.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stages look at the same thing more than once; a person is told once, by whoever knew most. */
class KnowledgeTest {
    private static final Finding SUSPECTED = Finding.suspected(
            new Rule("loss-sign", Stage.OVERFIT, "The loss has the wrong sign", "a test"),
            "training.loss",
            "it falls below 0",
            "why",
            "what to do");
    private static final Finding CONFIRMED = SUSPECTED.confirmed("better over 3 seeds");
    private static final Finding RULED_OUT = SUSPECTED.ruledOut("no better");

    private static List<Finding> told(Finding first, Finding second) {
        return Knowledge.of(ExperimentFile.parse("data: {train: x.csv}\n", Path.of("experiment.yaml")))
                .edit()
                .findings(List.of(first))
                .build()
                .edit()
                .findings(List.of(second))
                .build()
                .findings();
    }

    @Test
    void whatIsSuspectedFirstAndConfirmedLaterIsToldAsConfirmed_andTheReverseToo() {
        assertThat(told(SUSPECTED, CONFIRMED)).containsExactly(CONFIRMED);
        assertThat(told(CONFIRMED, SUSPECTED)).containsExactly(CONFIRMED);
    }

    @Test
    void whatOneBatchRulesOutAndFullTrainingShowsIsTold() {
        assertThat(told(RULED_OUT, CONFIRMED)).containsExactly(CONFIRMED);
        assertThat(told(SUSPECTED, RULED_OUT)).containsExactly(RULED_OUT);
    }

    @Test
    void ofTwoConfirmationsTheGraverStays() {
        Finding mild = CONFIRMED.withSeverity(Severity.WARNING);
        assertThat(told(mild, CONFIRMED)).containsExactly(CONFIRMED);
        assertThat(told(CONFIRMED, mild)).containsExactly(CONFIRMED);
    }

    @Test
    void anotherSubjectIsAnotherFinding() {
        Finding other = Finding.suspected(SUSPECTED.rule(), "another loss", "seen", "why", "what to do");
        assertThat(told(CONFIRMED, other)).containsExactly(CONFIRMED, other);
    }
}
