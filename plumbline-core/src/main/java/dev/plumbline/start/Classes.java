package dev.plumbline.start;

import java.util.List;

/** Names of classes and labels. */
final class Classes {
    private Classes() {}

    /** The class's own name in quotes, or its number where it has none. */
    static String name(DataProfile profile, int number) {
        List<String> names = profile.schema().classNames();
        return number < names.size() ? "\"" + names.get(number) + "\"" : "class " + number;
    }
}
