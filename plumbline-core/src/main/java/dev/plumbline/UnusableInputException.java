package dev.plumbline;

/**
 * What the person gave cannot be used: a file, a setting, an array. The message is one line that names the subject,
 * what was expected, what was found and what to do; the command prints it as it is and ends with status 2.
 *
 * <pre>{@code
 * throw new UnusableInputException(
 *         "train.csv, line 7", "4 columns, like the header", "3 columns", "Add the missing value or remove the line.");
 * // train.csv, line 7: expected 4 columns, like the header, found 3 columns. Add the missing value or remove the line.
 * }</pre>
 */
public final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param subject which file, key, column or layer
     * @param expected what would have been usable, as it follows "expected"
     * @param found what was there, as it follows "found"
     * @param remedy a whole sentence that says what to do
     */
    public UnusableInputException(String subject, String expected, String found, String remedy) {
        super(oneLine(subject + ": expected " + expected + ", found " + found + ". " + remedy));
    }

    private UnusableInputException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /** A message of another shape, for faults that have no "expected" (a file that is not there). */
    public static UnusableInputException because(String message, Throwable cause) {
        return new UnusableInputException(message, cause);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
