package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.lab.Observer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A loss that is low although nothing was learned does not count as one batch learned by heart. */
class EmptyLossTest {
    private static OverfitResult onOneBatch(Dataset data, Loss loss) {
        Experiment experiment = Trials.of(data, "mlp", Map.of("hidden", List.of(16)))
                .withTraining(Trials.plan(loss, Optimizer.Adam.of(0.01)));
        try (TorchLab lab = Trials.lab(data)) {
            return new OneBatch(lab, Observer.SILENT).run(experiment, data, 300, Trials.minute());
        }
    }

    @Test
    void logitsUnderALossOfLogProbabilitiesFallForEverAndLearnNothing() {
        Dataset rows = Samples.classes(Shape.of(12), Modality.TABULAR, 100, 4, 0);
        OverfitResult result = onOneBatch(rows, Loss.NLL);
        assertThat(result.lossAtEnd()).isLessThan(-1);
        assertThat(result.overfits()).isFalse();
        assertThat(result.distance()).isInfinite();
        assertThat(onOneBatch(rows, Loss.CROSS_ENTROPY).overfits()).isTrue();
    }

    @Test
    void crossEntropyOfOneUnitIsZeroWhateverIsSaid() {
        Dataset amounts = Samples.regression(100, 4);
        OverfitResult result = onOneBatch(amounts, Loss.CROSS_ENTROPY);
        assertThat(result.lossAtEnd()).isZero();
        assertThat(result.overfits()).isFalse();
    }
}
