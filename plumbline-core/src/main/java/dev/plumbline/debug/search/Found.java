package dev.plumbline.debug.search;

import dev.plumbline.intervention.Intervention;
import java.util.List;
import java.util.Optional;

/**
 * What a search brought.
 *
 * @param before the experiment that was to be mended
 * @param candidates all causes that were considered
 * @param trials each edit at the most effort that it was given
 * @param confirmed what mends it, over seeds, the likeliest first
 * @param fix the fewest edits that mend it
 * @param untried for want of time
 */
record Found(
        Attempt before,
        List<Candidate> candidates,
        List<Trial> trials,
        List<Confirmed> confirmed,
        Optional<Confirmed> fix,
        List<Trial> untried) {
    /** The edit of the fix, as one. */
    Optional<Intervention> edit() {
        return fix.map(Confirmed::edit);
    }
}
