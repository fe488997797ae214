package dev.plumbline.zoo.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Plumbline said of a case.
 *
 * @param id of the case
 * @param tag the version of Plumbline that said it
 * @param said findings that stand, in the report's order, each rule once
 * @param fix the edits it proposes; null for none
 * @param fixed test scores with the fix, by seed; empty where none was made
 * @param seconds wall time of the walk
 * @param cpuSeconds time that the processor spent on it, which other work on the machine does not change
 * @param failure what went wrong in Plumbline itself, or why it would not take the input; null where nothing did
 */
public record Verdict(
        String id,
        String tag,
        List<Said> said,
        @Nullable String fix,
        List<Double> fixed,
        double seconds,
        double cpuSeconds,
        @Nullable String failure) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Verdict {
        said = List.copyOf(said);
        fixed = List.copyOf(fixed);
    }

    /** One line of JSON. */
    public String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers can be written", e);
        }
    }

    /** Reads {@link #line}. */
    public static Verdict parse(String line) {
        try {
            return JSON.readValue(line, Verdict.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("`a line that Verdict.line wrote` must hold, but got " + line, e);
        }
    }
}
