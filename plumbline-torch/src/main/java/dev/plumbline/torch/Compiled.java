package dev.plumbline.torch;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Schema;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.network.Network;
import java.util.List;

/**
 * A network under a training plan as programs. Loaded when first asked for, so that a run pays only for what it uses.
 */
final class Compiled {
    private final Network network;
    /** The network with those outputs alone that have a loss. */
    private final Network compared;

    private final TrainingPlan plan;
    private final Scripts scripts;
    private final Translations translations = Translations.standard();
    private final ForwardText evaluation;
    private final Wiring wiring;
    private final Objective objective;

    /** @throws dev.plumbline.UnusableInputException if a layer or the loss does not fit */
    Compiled(Network network, TrainingPlan plan, Task task, Schema schema, Scripts scripts) {
        this.network = network;
        this.plan = plan;
        this.scripts = scripts;
        List<String> outputs = Objective.outputs(network, plan);
        this.compared = network.withOutputs(outputs);
        this.evaluation = ForwardText.evaluation(Faster.of(compared), translations);
        requireRoom(plan.batchSize(), network.statefulBatch().orElse(Integer.MAX_VALUE));
        this.objective = Objective.of(compared, evaluation, plan, task, schema);
        this.wiring = Wiring.of(network, outputs);
    }

    private static void requireRoom(int batchSize, int most) {
        if (batchSize > most) {
            throw new UnusableInputException(
                    "training.batch-size",
                    "at most " + most + ", the batch that the network's stateful layers hold states for",
                    String.valueOf(batchSize),
                    "Set `batch-size: " + most + "`.");
        }
    }

    Network network() {
        return network;
    }

    Wiring wiring() {
        return wiring;
    }

    Layouts layouts() {
        return evaluation.layouts();
    }

    Objective objective() {
        return objective;
    }

    UpdateRule optimizer() {
        return OptimizerText.of(plan.optimizer());
    }

    boolean normalizesBatches() {
        return network.nodes().stream().anyMatch(n -> n.operator().equals("BatchNormalization"));
    }

    /** Bytes that one example takes on its way through the network. */
    long bytesPerExample() {
        return evaluation.network().nodes().stream()
                .mapToLong(n -> evaluation.type(n.output()).bytes(1))
                .sum();
    }

    Script training() {
        return scripts.get(TrainingProgram.write(
                ForwardText.training(Faster.of(compared), translations), wiring, objective, plan));
    }

    /** @param term which of the outputs that have a loss, from 0 */
    Script evaluation(int term) {
        return scripts.get(EvaluationProgram.write(evaluation, wiring, objective, term));
    }

    Script updates() {
        return scripts.get(UpdateProgram.write(wiring.trained().size()));
    }

    Script probe() {
        return scripts.get(ProbeProgram.write(ForwardText.training(network, translations), wiring, objective));
    }
}
