package dev.plumbline.cli.step;

import dev.plumbline.lab.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A number that a breakpoint's condition may look at. */
enum Statistic {
    MEAN,
    DEVIATION,
    MIN,
    MAX,
    NORM,
    /** The share of zeros, from 0 to 1. */
    ZEROS,
    NANS,
    INFINITIES;

    double of(Statistics statistics) {
        return switch (this) {
            case MEAN -> statistics.mean();
            case DEVIATION -> statistics.deviation();
            case MIN -> statistics.min();
            case MAX -> statistics.max();
            case NORM -> statistics.norm();
            case ZEROS -> statistics.zeroShare();
            case NANS -> statistics.nans();
            case INFINITIES -> statistics.infinities();
        };
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
