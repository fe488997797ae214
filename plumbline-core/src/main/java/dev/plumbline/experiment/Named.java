package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Settings that begin with a name: {@code adam} stands for {@code {name: adam}}. */
final class Named {
    private Named() {}

    /** The settings below the key, which must be there. */
    static Settings of(Settings above, String key) {
        Settings nested = above.values().get(key) instanceof String text
                ? Settings.of(above.place() + "." + key, Map.of("name", text))
                : above.nested(key).orElseThrow();
        if (!nested.has("name")) {
            throw new UnusableInputException(
                    nested.place(), "the key `name`", "none", "Add `name: ...`, or write the name alone.");
        }
        return nested;
    }

    /** The choice whose name the settings give. */
    static <T> T choose(Settings settings, Collection<T> choices, Function<T, String> names) {
        String name = settings.text("name").orElseThrow();
        List<String> known = choices.stream().map(names).toList();
        return choices.stream()
                .filter(choice -> names.apply(choice).equals(name))
                .findFirst()
                .orElseThrow(() -> new UnusableInputException(
                        settings.place(),
                        "one of " + String.join(", ", known),
                        "\"" + name + "\"",
                        "Did you mean `" + Spelling.nearest(name, known) + "`?"));
    }
}
