package dev.plumbline.compare;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import java.util.List;

/**
 * The network beside the simplest things that could work (D6).
 *
 * @param split where all were scored
 * @param contenders baselines and the network, in no particular order
 */
public record Comparison(Metric metric, SplitName split, int examples, List<Contender> contenders) {
    public Comparison {
        contenders = List.copyOf(contenders);
    }

    /**
     * @param name {@code majority class}
     * @param how what it does, in one sentence
     * @param score the metric with its bootstrap interval
     * @param isNetwork whether it is the experiment's network
     */
    public record Contender(String name, String how, Interval score, boolean isNetwork) {}
}
