package dev.plumbline.report;

import java.util.regex.Pattern;

/** The command that makes an edit, as a person can copy it. */
public final class ApplyCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ApplyCommand() {}

    /**
     * {@code plumbline apply examples/digits learning-rate=0.001}.
     *
     * @param path the experiment, as the person named it
     * @param intervention the edit's name
     */
    public static String of(String path, String intervention) {
        return "plumbline apply " + quoted(path) + " " + quoted(intervention);
    }

    /** A word as the shell takes it. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
