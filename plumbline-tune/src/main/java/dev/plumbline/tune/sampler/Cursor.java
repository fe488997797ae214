package dev.plumbline.tune.sampler;

import dev.plumbline.tune.history.TrialRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a sampler has read the finished trials of a study.
 *
 * @param count how many it has read
 * @param last the last of them, by which a history of another study is known
 */
public record Cursor(int count, @Nullable TrialRecord last) {
    /** Nothing was read. */
    public static final Cursor START = new Cursor(0, null);

    /** Everything was read. */
    public static Cursor after(List<TrialRecord> finished) {
        return finished.isEmpty() ? START : new Cursor(finished.size(), finished.get(finished.size() - 1));
    }

    /** Whether these trials are those that were read and perhaps more; if not, what was worked out is of no use. */
    public boolean continues(List<TrialRecord> finished) {
        return count == 0 || (count <= finished.size() && finished.get(count - 1) == last);
    }
}
