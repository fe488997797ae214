package dev.plumbline.compare;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import dev.plumbline.lab.Predictions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network beside results that are known (D6); null for what there is none of.
 *
 * @param metric of the goal
 * @param split where the network was scored
 * @param network what the experiment's network said of the split
 * @param model the same against a reference network: where they part, and what the reference makes of the data
 * @param predictions another model's answers
 * @param published a score from elsewhere
 * @param benchmark the network on data that are known to be good
 */
public record KnownResults(
        Metric metric,
        SplitName split,
        Predictions network,
        @Nullable ModelResult model,
        @Nullable AnswersResult predictions,
        @Nullable PublishedResult published,
        @Nullable BenchmarkResult benchmark) {
    /**
     * @param file the reference's, as messages name it
     * @param difference where the two networks part
     * @param trained the reference's predictions of the split, one for each seed; empty where it was not trained
     * @param gain how much less error the worst of them makes than the network; null where it was not trained
     * @param fault why it could not be trained; null where it was, or need not be
     */
    public record ModelResult(
            String file,
            NetworkDifference difference,
            List<Predictions> trained,
            @Nullable Interval gain,
            @Nullable String fault) {
        public ModelResult {
            trained = List.copyOf(trained);
        }
    }

    /**
     * @param split which they are of
     * @param mine the network's of the same examples
     * @param gain how much less error they make than the network
     */
    public record AnswersResult(String file, SplitName split, Predictions theirs, Predictions mine, Interval gain) {}

    /**
     * @param score with its interval, where it is a share and the number of examples is known
     * @param examples null where nobody says
     * @param own the network's score with its bootstrap interval
     * @param gap how much less error it is than the network's
     */
    public record PublishedResult(Interval score, @Nullable Integer examples, Interval own, Interval gap) {}

    /**
     * @param name of the data
     * @param examples it was scored on
     * @param network the network's score
     * @param constant that of an answer that ignores the inputs
     * @param model the best simple model
     * @param simple its score
     */
    public record BenchmarkResult(
            String name, Metric metric, int examples, Interval network, double constant, String model, double simple) {}
}
