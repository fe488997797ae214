package dev.plumbline.cli.step;

import dev.plumbline.lab.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A number that a breakpoint's condition may look at. */
enum Statistic {
    MEAN(Statistics::mean),
    DEVIATION(Statistics::deviation),
    MIN(Statistics::min),
    MAX(Statistics::max),
    NORM(Statistics::norm),
    /** The share of zeros, from 0 to 1. */
    ZEROS(Statistics::zeroShare),
    NANS(Statistics::nans),
    INFINITIES(Statistics::infinities);

    private final ToDoubleFunction<Statistics> number;

    Statistic(ToDoubleFunction<Statistics> number) {
        this.number = number;
    }

    double of(Statistics statistics) {
        return number.applyAsDouble(statistics);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Statistic::label).toList();
    }

    static Statistic parse(String command, String label) {
        return Arrays.stream(values())
                .filter(s -> s.label().equals(label))
                .findFirst()
                .orElseThrow(() -> WrongCommand.unknown(command, "a statistic", label, labels()));
    }
}
