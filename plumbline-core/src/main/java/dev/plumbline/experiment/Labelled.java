package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A closed choice with the one spelling that it has in YAML, in the command and in reports. */
public interface Labelled {
    /** The spelling. */
    String label();

    /**
     * The choice of the given spelling.
     *
     * @param subject what the choice is for, as an error names it
     * @throws UnusableInputException that names the nearest right spelling
     */
    static <E extends Enum<E> & Labelled> E parse(Class<E> choices, String text, String subject) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.label().equals(text)) {
                return choice;
            }
        }
        String known =
                Arrays.stream(choices.getEnumConstants()).map(Labelled::label).collect(Collectors.joining(", "));
        String nearest = Spelling.nearest(
                text,
                Arrays.stream(choices.getEnumConstants()).map(Labelled::label).toList());
        throw new UnusableInputException(
                subject, "one of " + known, "\"" + text + "\"", "Did you mean `" + nearest + "`?");
    }
}
