package dev.plumbline.torch;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.network.Network;
import dev.plumbline.network.ValueType;

/**
 * A network under a training plan as programs. Loaded when first asked for, so that a run pays only for what it uses.
 */
final class Compiled {
    private final Network network;
    private final TrainingPlan plan;
    private final Scripts scripts;
    private final Translations translations = Translations.standard();
    private final ForwardText evaluation;
    private final Wiring wiring;
    private final LossText loss;

    /** @throws dev.plumbline.UnusableInputException if a layer or the loss does not fit */
    Compiled(Network network, TrainingPlan plan, Task task, Schema schema, Scripts scripts) {
        this.network = network;
        this.plan = plan;
        this.scripts = scripts;
        this.evaluation = ForwardText.evaluation(Faster.of(network), translations);
        this.wiring = Wiring.of(network);
        requireRoom(plan.batchSize(), network.statefulBatch().orElse(Integer.MAX_VALUE));
        ValueType targets = switch (task) {
            case CLASSIFICATION -> new ValueType(DType.INT64, Shape.of(Shape.BATCH));
            case TAGGING -> new ValueType(DType.INT64, new Shape(schema.positions()).batched());
            case MULTILABEL, REGRESSION -> ValueType.floats(Shape.of(Shape.BATCH, schema.outputs()));
        };
        this.loss = LossText.of(plan.loss(), evaluation.type(network.output()), targets);
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

    LossText loss() {
        return loss;
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
        return scripts.get(
                TrainingProgram.write(ForwardText.training(Faster.of(network), translations), wiring, loss, plan));
    }

    Script evaluation() {
        return scripts.get(EvaluationProgram.write(evaluation, wiring, loss));
    }

    Script updates() {
        return scripts.get(UpdateProgram.write(wiring.trained().size()));
    }

    Script probe() {
        return scripts.get(ProbeProgram.write(
                ForwardText.training(network, translations),
                wiring,
                loss,
                plan.loss().scale()));
    }
}
