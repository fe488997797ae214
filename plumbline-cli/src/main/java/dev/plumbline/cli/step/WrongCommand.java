package dev.plumbline.cli.step;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a session says of a command that it cannot follow. */
final class WrongCommand {
    private static final int NEAREST = 3;

    private WrongCommand() {}

    static UnusableInputException of(String command, String expected, String found, String remedy) {
        return new UnusableInputException(command, expected, found, remedy);
    }

    /** Names the nearest of what there is. */
    static UnusableInputException unknown(String command, String expected, String found, Collection<String> known) {
        List<String> left = new ArrayList<>(known);
        List<String> nearest = new ArrayList<>();
        while (!left.isEmpty() && nearest.size() < NEAREST) {
            String next = Spelling.nearest(found, left);
            left.remove(next);
            nearest.add("`" + next + "`");
        }
        return of(command, expected, "\"" + found + "\"", "The nearest are " + String.join(", ", nearest) + ".");
    }

    /**
     * A whole number.
     *
     * @param text empty for the default
     */
    static int number(String command, String text, int byDefault) {
        if (text.isEmpty()) {
            return byDefault;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw of(command, "a whole number", "\"" + text + "\"", "`help " + command + "` shows how.");
        }
        return Integer.parseInt(text);
    }

    /** Throws where something follows that the command does not take. */
    static void none(String command, String rest) {
        if (!rest.isEmpty()) {
            throw of(command, "nothing more", "\"" + rest + "\"", "`help " + command + "` shows how.");
        }
    }
}
