package dev.plumbline.tune.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Choices in the types that a journal can keep. */
final class Choices {
    private Choices() {}

    static List<Object> of(List<?> given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("at least one choice is expected, but got none");
        }
        List<Object> choices = new ArrayList<>();
        for (Object choice : given) {
            choices.add(canonical(choice));
        }
        if (new HashSet<>(choices).size() < choices.size()) {
            throw new IllegalArgumentException("each choice must be there once, but got " + given);
        }
        return List.copyOf(choices);
    }

    static Object canonical(Object choice) {
        if (choice instanceof Float || choice instanceof Double) {
            return ((Number) choice).doubleValue();
        }
        if (choice instanceof Number number) {
            return number.longValue();
        }
        if (choice instanceof Enum<?> constant) {
            return constant.name();
        }
        if (choice instanceof String || choice instanceof Boolean) {
            return choice;
        }
        throw new IllegalArgumentException("a choice must be a string, boolean, number or enum constant, but got "
                + choice + " of " + choice.getClass().getName() + "; give its name and look the object up");
    }

    static int index(List<Object> choices, Object value) {
        int index = choices.indexOf(canonical(value));
        if (index < 0) {
            throw new IllegalArgumentException("one of " + choices + " is expected, but got " + value);
        }
        return index;
    }

    static boolean contains(List<Object> choices, Object value) {
        boolean plain = value instanceof String || value instanceof Boolean || value instanceof Number;
        return (plain || value instanceof Enum<?>) && choices.contains(canonical(value));
    }
}
