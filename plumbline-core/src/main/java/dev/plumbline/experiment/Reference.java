package dev.plumbline.experiment;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Known results to compare with (D6). They change what is said of a run, never the run, so they are no part of a
 * fingerprint.
 *
 * @param model a model file of a network that is known to work; null where there is none
 * @param predictions a file of arrays with what another model answered on test or validation; null where there is none
 * @param metricValue a published score by the goal's metric; null where there is none
 * @param examples how many examples that score was counted on; null where nobody says
 */
public record Reference(
        @Nullable Path model,
        @Nullable Path predictions,
        @Nullable Double metricValue,
        @Nullable Integer examples) {
    /** Nothing to compare with. */
    public static final Reference NONE = new Reference(null, null, null, null);

    /** Whether there is nothing to compare with. */
    public boolean isNone() {
        return equals(NONE);
    }
}
