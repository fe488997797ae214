package dev.plumbline.finding;

import org.jspecify.annotations.Nullable;

/**
 * Something found, with the evidence it rests on.
 *
 * @param rule what is wrong
 * @param severity {@link Severity#ERROR} only where it can be shown that it hurts
 * @param status how sure it is
 * @param subject which layer, split, column or setting
 * @param seen the values that were seen
 * @param why why it matters
 * @param confirmedBy how it was shown; null while it is suspected
 * @param remedy what to do
 */
public record Finding(
        Rule rule,
        Severity severity,
        Status status,
        String subject,
        String seen,
        String why,
        @Nullable String confirmedBy,
        String remedy) {

    /** A symptom: a warning, suspected. */
    public static Finding suspected(Rule rule, String subject, String seen, String why, String remedy) {
        return new Finding(rule, Severity.WARNING, Status.SUSPECTED, subject, seen, why, null, remedy);
    }

    /** The same finding shown to hurt. */
    public Finding confirmed(String by) {
        return new Finding(rule, Severity.ERROR, Status.CONFIRMED, subject, seen, why, by, remedy);
    }

    /** The same finding shown not to matter here. */
    public Finding ruledOut(String by) {
        return new Finding(rule, Severity.INFO, Status.RULED_OUT, subject, seen, why, by, remedy);
    }

    public Finding withSeverity(Severity changed) {
        return new Finding(rule, changed, status, subject, seen, why, confirmedBy, remedy);
    }
}
