package dev.plumbline.compare;

import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Normalizer;
import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Bootstrap;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.lab.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * The simplest things that could work, scored beside a network: is it learning anything at all, and more than a
 * straight line would (D6)? Together they take seconds, whatever the data's size.
 *
 * <pre>{@code
 * Comparison comparison =
 *         Baselines.standard().compare(dataset, experiment, SplitName.VALIDATION, run.predictions(VALIDATION).get());
 * }</pre>
 */
public final class Baselines {
    private final List<Baseline> baselines;
    private final Bootstrap bootstrap;

    /** With baselines of one's own. */
    public Baselines(List<Baseline> baselines, Bootstrap bootstrap) {
        this.baselines = List.copyOf(baselines);
        this.bootstrap = bootstrap;
    }

    /** The constant answer, the linear model of the task, one and five nearest neighbours. */
    public static Baselines standard() {
        return new Baselines(
                List.of(new ConstantAnswer(), new LinearModel(), new NearestNeighbours(1), new NearestNeighbours(5)),
                Bootstrap.standard());
    }

    /**
     * Every baseline, learned from train and scored on a split by the experiment's metric.
     *
     * @param dataset as it was read; it is standardized here, whatever the experiment does, since baselines need it
     * @param split must be in the data set
     */
    public List<Contender> contenders(Dataset dataset, Experiment experiment, SplitName split) {
        Metric metric = experiment.goal().metric();
        Dataset prepared = Normalizer.fit(
                        dataset,
                        experiment
                                .data()
                                .withNormalization(Normalization.STANDARDIZE)
                                .withTargetNormalization(Normalization.NONE))
                .apply(dataset);
        List<Contender> contenders = new ArrayList<>();
        for (Baseline baseline : baselines) {
            if (!baseline.suits(dataset.task())) {
                continue;
            }
            Baseline.Answer answer = baseline.answer(prepared, split);
            contenders.add(new Contender(
                    baseline.name(dataset.task()), answer.how(), bootstrap.score(answer.predictions(), metric), false));
        }
        return contenders;
    }

    /**
     * The baselines and the network.
     *
     * @param network what it said of the split, in the targets' own unit
     */
    public Comparison compare(Dataset dataset, Experiment experiment, SplitName split, Predictions network) {
        Metric metric = experiment.goal().metric();
        List<Contender> contenders = contenders(dataset, experiment, split);
        contenders.add(new Contender(
                "network", "the experiment's network, as trained", bootstrap.score(network, metric), true));
        return new Comparison(metric, split, network.size(), contenders);
    }
}
