package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Check;
import java.util.List;
import java.util.Set;

/**
 * Something that keeps a network from learning and that an edit would remove. {@link #look} tells whether the
 * experiment itself shows it; even where it does not, the edits may be tried, since a symptom proves nothing either
 * way.
 *
 * <p>To add one: write a class, list it in {@link Causes#standard()}, write its page.
 */
public interface Cause extends Check<Setup> {
    /** Trends of one batch's loss that it can bring about. */
    Set<Trend> explains();

    /**
     * Whether one batch tells nothing of it, so that only full training tests it: a schedule, the order of examples,
     * what differs between splits.
     */
    default boolean onlyInFullTraining() {
        return false;
    }

    /**
     * Whether its edits can make up for other causes: training longer, or more units, mend a little of almost
     * everything that slows learning. Such a cause comes behind one that shows and whose edit does most of the same.
     */
    default boolean compensates() {
        return false;
    }

    /** Interventions, any of which would remove it, by name; empty where it cannot be the cause here. */
    List<String> edits(Setup setup);
}
