package dev.plumbline.lab;

import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs experiments. The same experiment gives the same {@link Run} on the same machine, timings apart.
 *
 * <pre>{@code
 * Run run = lab.run(experiment, RunRequest.full(Budget.of(Duration.ofMinutes(1))), Observer.SILENT);
 * double accuracy = run.predictions(SplitName.TEST).orElseThrow().score(Metric.ACCURACY);
 * }</pre>
 */
public interface Lab extends AutoCloseable {
    /**
     * Trains the experiment's network as its plan says, and predicts.
     *
     * <p>What goes wrong in the network itself (NaN, a failing operator) is an {@link Outcome} of the run, not an
     * exception.
     *
     * @throws dev.plumbline.UnusableInputException if data or network cannot be used at all
     */
    Run run(Experiment experiment, RunRequest request, Observer observer);

    /** The experiment's data, encoded, split and cut down, not normalized. Read once, then kept. */
    Dataset data(Experiment experiment);

    /** The experiment's network, edits applied. */
    Network network(Experiment experiment);

    /** What the model file behind an experiment's plan holds; empty where there is none. */
    default Optional<ImportedModel> imported(ModelPlan plan) {
        return Optional.empty();
    }

    /**
     * Every node's first output in evaluation mode, and the parameters, by name.
     *
     * @param parameters values in place of those that the network starts with; the others are drawn by the plan's seed
     * @param inputs in the order of the network's, as the network sees them: normalized where the plan says so
     * @throws IllegalStateException naming the node, if an operator fails
     */
    Map<String, Tensor> values(Experiment experiment, Map<String, Tensor> parameters, List<Tensor> inputs);

    /**
     * A lab like this one for other data, closed by itself; empty where this engine cannot be had twice.
     *
     * @param source where its data come from
     */
    default Optional<Lab> reading(DataSource source) {
        return Optional.empty();
    }

    /** What the engine is and where it runs, for a run's provenance and the memory estimate. */
    Machine machine();

    /** Frees what the engine holds. */
    @Override
    void close();
}
