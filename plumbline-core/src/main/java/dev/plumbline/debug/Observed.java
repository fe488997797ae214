package dev.plumbline.debug;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has been seen of an experiment so far; null for what has not been run yet.
 *
 * @param lab for causes that have to ask the network itself: its values for given inputs
 * @param firstStep one forward and backward step, every node and parameter looked at
 * @param overfit what became of one batch
 * @param training the full training
 */
public record Observed(
        @Nullable Lab lab,
        @Nullable Run firstStep,
        @Nullable OverfitResult overfit,
        @Nullable Run training) {
    /** Nothing was run. */
    public static final Observed NOTHING = new Observed(null, null, null, null);

    /** Every node and parameter as the network was initialized; of the first run there is. */
    public Optional<Snapshot> first() {
        return Optional.ofNullable(firstStep != null ? firstStep : training)
                .flatMap(run -> run.trace().first());
    }

    public Observed withTraining(Run changed) {
        return new Observed(lab, firstStep, overfit, changed);
    }

    public Observed withOverfit(OverfitResult changed) {
        return new Observed(lab, firstStep, changed, training);
    }
}
