package dev.plumbline.cli.step;

import dev.plumbline.lab.Statistics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comparison of a statistic with a number: {@code fc1.max > 100}. Nothing compares with NaN but {@code !=}. */
record Condition(Watched watched, Statistic statistic, String comparison, double bound) {
    private static final Pattern FORM =
            Pattern.compile("(.+)\\.([A-Za-z]+)\\s*(<=|>=|<|>|==|!=)\\s*(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)");

    /** @throws dev.plumbline.UnusableInputException if it is none */
    static Condition parse(String text, Names names) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw WrongCommand.of(
                    "break if",
                    "a condition like NAME.max > 100",
                    "\"" + text + "\"",
                    "The statistics are " + String.join(", ", Statistic.labels())
                            + "; comparisons <, <=, >, >=, ==, !=.");
        }
        Watched watched = names.watched("break if", matcher.group(1).strip());
        Statistic statistic = Statistic.parse("break if", matcher.group(2));
        try {
            return new Condition(watched, statistic, matcher.group(3), Double.parseDouble(matcher.group(4)));
        } catch (NumberFormatException e) {
            throw WrongCommand.of(
                    "break if", "a number to compare with", matcher.group(4), "Write one like 100 or 1e-3.");
        }
    }

    boolean holds(Statistics statistics) {
        double value = statistic.of(statistics);
        return switch (comparison) {
            case "<" -> value < bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            case ">=" -> value >= bound;
            case "==" -> value == bound;
            default -> value != bound;
        };
    }

    /** What was seen, where it holds. */
    String seen(Statistics statistics) {
        return watched + "." + statistic.label() + " is " + Figures.of(statistic.of(statistics));
    }

    @Override
    public String toString() {
        return watched + "." + statistic.label() + " " + comparison + " " + Figures.of(bound);
    }
}
