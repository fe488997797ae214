package dev.plumbline.cli.step;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of a session's commands.
 *
 * @param names the full one first, then short ones
 * @param usage how it is written
 * @param help what it does, in a line
 * @param action from what follows its name to the lines that it answers; throws
 *     {@link dev.plumbline.UnusableInputException} where it cannot
 * @param completions what may follow its name
 */
record Command(
        List<String> names,
        String usage,
        String help,
        Function<String, List<String>> action,
        Supplier<List<String>> completions) {
    static Command of(String names, String usage, String help, Function<String, List<String>> action) {
        return of(names, usage, help, action, List::of);
    }

    static Command of(
            String names,
            String usage,
            String help,
            Function<String, List<String>> action,
            Supplier<List<String>> completions) {
        return new Command(List.of(names.split(" ")), usage, help, action, completions);
    }

    String name() {
        return names.get(0);
    }
}
