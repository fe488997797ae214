package dev.plumbline.intervention;

/**
 * A family of interventions that differ in one value, as {@code plumbline apply} takes them: {@code word=value}, or the
 * word alone where there is nothing to choose.
 *
 * <p>To add one: write a class, and list it in {@link Interventions#standard()}.
 */
public interface InterventionKind {
    /** The word before the equals sign: {@code learning-rate}. */
    String word();

    /** An example that {@link #parse} takes: {@code learning-rate=0.001}. */
    String usage();

    /**
     * The intervention for a value.
     *
     * @param value as the person wrote it behind the equals sign; empty text where there is none
     * @throws dev.plumbline.UnusableInputException if the value is not one that the kind takes
     */
    Intervention parse(String value);
}
