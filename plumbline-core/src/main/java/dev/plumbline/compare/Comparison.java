package dev.plumbline.compare;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import java.util.List;
import java.util.stream.Stream;

/**
 * The network beside the simplest things that could work (D6).
 *
 * @param split where all were scored
 * @param contenders baselines and the network, in no particular order
 * @param references results that are known from elsewhere
 */
public record Comparison(
        Metric metric, SplitName split, int examples, List<Contender> contenders, List<Contender> references) {
    public Comparison {
        contenders = List.copyOf(contenders);
        references = List.copyOf(references);
    }

    /** Where no result is known from elsewhere. */
    public Comparison(Metric metric, SplitName split, int examples, List<Contender> contenders) {
        this(metric, split, examples, contenders, List.of());
    }

    /** This comparison with results that are known from elsewhere. */
    public Comparison with(List<Contender> known) {
        return new Comparison(metric, split, examples, contenders, known);
    }

    /** Network, baselines and known results. */
    public List<Contender> all() {
        return Stream.concat(contenders.stream(), references.stream()).toList();
    }

    /**
     * @param name {@code majority class}
     * @param how what it does, in one sentence
     * @param score the metric with its bootstrap interval
     * @param isNetwork whether it is the experiment's network
     */
    public record Contender(String name, String how, Interval score, boolean isNetwork) {}
}
