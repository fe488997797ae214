package dev.plumbline.cli.step;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a session says of a command that it cannot follow. */
final class WrongCommand {
    private static final int NEAREST = 3;

    private WrongCommand() {}

    static UnusableInputException of(String command, String expected, String found, String remedy) {
        return new UnusableInputException(command, expected, found, remedy);
    }

    /** Names the nearest of what there is; of a name in parts, {@code /fc1/Gemm}, a part is enough. */
    static UnusableInputException unknown(String command, String expected, String found, Collection<String> known) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String name : known) {
            parts.put(name, name);
            for (String part : name.split("[/.]", -1)) {
                if (!part.isEmpty()) {
                    parts.putIfAbsent(part, name);
                }
            }
        }
        List<String> nearest = new ArrayList<>();
        while (!parts.isEmpty() && nearest.size() < NEAREST) {
            String name = Objects.requireNonNull(parts.get(Spelling.nearest(found, parts.keySet())));
            parts.values().removeIf(name::equals);
            nearest.add("`" + name + "`");
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
