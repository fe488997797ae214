package dev.plumbline.cli.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A session's breakpoints by number. */
final class Breakpoints {
    private final Map<Integer, Breakpoint> byNumber = new TreeMap<>();
    private int last;

    /** Adds one, and returns its number. */
    int add(Breakpoint breakpoint) {
        last++;
        byNumber.put(last, breakpoint);
        return last;
    }

    /** Deletes one, and returns whether there was one. */
    boolean delete(int number) {
        return byNumber.remove(number) != null;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        byNumber.forEach((number, breakpoint) -> lines.add("  " + number + "  " + breakpoint));
        return lines;
    }

    List<String> numbers() {
        return byNumber.keySet().stream().map(String::valueOf).toList();
    }

    boolean isAt(String node) {
        return byNumber.containsValue(new Breakpoint.AtNode(node));
    }

    /** Why to stop at a moment, of the first breakpoint that does. */
    Optional<String> hit(Moment moment) {
        return byNumber.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().hit(moment).map(why -> "breakpoint " + entry.getKey() + ": " + why).stream())
                .findFirst();
    }
}
