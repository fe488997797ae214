package dev.plumbline.debug.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.Setup;
import dev.plumbline.finding.Status;
import dev.plumbline.network.Penalty;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import org.junit.jupiter.api.Test;

class PenaltyTooStrongTest {
    private static final Dataset ROWS = Synthetic.healthy();

    private static Setup penalized(double l1, double l2) {
        return penalized(new Penalty.Size("dense_1/weight", l1, l2, false));
    }

    private static Setup penalized(Penalty penalty) {
        Setup plain = Setups.of("name: penalized", ROWS);
        return new Setup(
                plain.experiment(),
                plain.network().withPenalties(List.of(penalty)),
                plain.types(),
                plain.profile(),
                plain.dataset());
    }

    @Test
    void aStrongPenaltyIsSuspectedWithItsFactors() {
        assertThat(new PenaltyTooStrong().look(penalized(0.5, 0)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Status.SUSPECTED);
                    assertThat(finding.subject()).contains("dense_1/weight");
                    assertThat(finding.seen()).contains("l1 0.5", "usual up to 0.01");
                });
    }

    @Test
    void aUsualPenaltyRaisesNoSuspicionButCanBeTakenOut() {
        Setup usual = penalized(0, 0.001);
        assertThat(new PenaltyTooStrong().look(usual)).isEmpty();
        assertThat(new PenaltyTooStrong().edits(usual)).containsExactly("without-penalties");
    }

    @Test
    void ofAnglesOnlyWhatOutweighsALossIsStrong() {
        assertThat(new PenaltyTooStrong().look(penalized(new Penalty.Orthogonality("dense_1/weight", 0.5, 0, false))))
                .isEmpty();
        assertThat(new PenaltyTooStrong().look(penalized(new Penalty.Orthogonality("dense_1/weight", 20, 0, false))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.seen()).contains("orthogonality 20", "usual up to 1"));
    }

    @Test
    void whereThereIsNoneThereIsNothingToTakeOut() {
        assertThat(new PenaltyTooStrong().edits(Setups.of("name: plain", ROWS))).isEmpty();
    }
}
