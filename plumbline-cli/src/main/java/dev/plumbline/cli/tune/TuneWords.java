package dev.plumbline.cli.tune;

import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import dev.plumbline.report.Numbers;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.ChoiceDomain;
import dev.plumbline.tune.space.FloatDomain;
import java.util.Locale;

/** The sentences that terminal and page share. */
public final class TuneWords {
    private TuneWords() {}

    /** The verdict in one sentence. */
    public static String headline(TuneResult result) {
        TrialRecord best = result.best();
        if (best == null) {
            return "No trial came to its end.";
        }
        Metric metric = result.experiment().goal().metric();
        Belief belief = result.belief();
        if (result.tuned().equals(result.experiment())) {
            return "Nothing that was tried is better than the experiment as it is.";
        }
        if (belief.repeats().isEmpty()) {
            return "The best trial has " + metric.label() + " "
                    + Numbers.score(metric, best.values().get(0)) + " on validation; it was not repeated.";
        }
        if (belief.isBeyondNoise()) {
            return capital(metric.label()) + " on validation goes from " + Numbers.score(metric, belief.before())
                    + " to " + Numbers.score(metric, belief.after()) + ".";
        }
        return belief.isGain()
                ? "The gain is within the noise of training."
                : "The best trial won by luck: with other seeds it is no better.";
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** How far to believe it. */
    public static String belief(TuneResult result) {
        Belief belief = result.belief();
        int seeds = belief.repeats().size();
        if (seeds == 0) {
            return result.best() == null || result.tuned().equals(result.experiment())
                    ? "There was nothing to repeat."
                    : "It was not repeated with other seeds (the time was up, or it was ended), so its score is that of the luckiest of all"
                            + " trials. Run the command again with a larger --budget: it goes on where it was.";
        }
        Metric metric = result.experiment().goal().metric();
        Interval gain = belief.gain();
        String unit = Numbers.asPercent(metric) ? "points" : "";
        String text = "With " + seeds + (seeds == 1 ? " seed" : " seeds")
                + " that the search has not seen, the error " + (gain.value() < 0 ? "rises by " : "falls by ")
                + Numbers.error(unit, Math.abs(gain.value())) + (unit.isEmpty() ? "" : " " + unit)
                + (seeds < 2
                        ? "; one seed says nothing of the noise"
                        : " (95 % interval of the fall " + Numbers.error(unit, gain.low()) + " to "
                                + Numbers.error(unit, gain.high()) + ")")
                + ": " + Numbers.score(metric, belief.before()) + " to " + Numbers.score(metric, belief.after())
                + " on validation";
        return Double.isNaN(belief.testAfter())
                ? text + "."
                : text + ", " + Numbers.score(metric, belief.testBefore()) + " to "
                        + Numbers.score(metric, belief.testAfter()) + " on test, which decided nothing.";
    }

    /** What an edge means. */
    public static String edge(Edge edge) {
        return "The best " + edge.knob().name() + " is " + Knob.text(edge.value()) + ", at the "
                + (edge.upper() ? "upper" : "lower") + " end of what was tried (" + values(edge.knob())
                + "). There may be better beyond: "
                + (edge.knob().domain() instanceof FloatDomain
                        ? "widen it in the section `tune` of the experiment file."
                        : "take the winning experiment and tune it again.");
    }

    static String counts(TuneResult result) {
        return Numbers.count(result.history().finished().size(), "trial")
                + (result.complete() ? "" : " (fewer than wanted: the time was up, or it was ended)");
    }

    static long count(TuneResult result, TrialState state) {
        return result.trials().stream().filter(t -> t.state() == state).count();
    }

    /** What a knob takes, in words. */
    public static String values(Knob knob) {
        if (knob.domain() instanceof FloatDomain range) {
            return Knob.text(range.low()) + " to " + Knob.text(range.high()) + (range.log() ? ", log scale" : "");
        }
        return String.join(
                ", ", ChoiceDomain.of(knob.domain()).stream().map(Knob::text).toList());
    }
}
