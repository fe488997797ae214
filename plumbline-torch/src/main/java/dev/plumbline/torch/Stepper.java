package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.plumbline.experiment.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/** Does steps of training, many in one native call. Holds the optimizer's state. */
final class Stepper {
    private final Script script;
    private final Weights weights;
    private final Examples train;
    private final TrainingPlan plan;
    private final BatchOrder order;
    private final long totalSteps;
    private final List<NDArray> state = new ArrayList<>();

    Stepper(Compiled compiled, Weights weights, Examples train, TrainingPlan plan, BatchOrder order, NDManager memory) {
        this.script = compiled.training();
        this.weights = weights;
        this.train = train;
        this.plan = plan;
        this.order = order;
        this.totalSteps = order.stepsPerEpoch() * plan.epochs();
        for (int slot = 0; slot < compiled.optimizer().slots(); slot++) {
            for (NDArray array : weights.trained()) {
                NDArray zeros = memory.zeros(array.getShape());
                zeros.setName(Arguments.mark(OptimizerText.slot(slot)));
                state.add(zeros);
            }
        }
        state.add(memory.zeros(new Shape()));
    }

    /**
     * Does steps and gives their losses; fewer than asked where one is not finite, which is then the last.
     *
     * @param examples the order of examples from {@code firstStep}'s epoch span on
     * @param spanStart the step with which that order begins
     * @throws ScriptFault if an operator fails
     */
    float[] steps(long step, int count, NDArray examples, long spanStart, NDManager memory) {
        try (NDManager scope = memory.newSubManager()) {
            double[] rates = new double[count];
            for (int i = 0; i < count; i++) {
                rates[i] = rate(step + i);
            }
            List<NDArray> arguments = new ArrayList<>(weights.arrays());
            arguments.addAll(state);
            arguments.addAll(train.arrays());
            arguments.add(examples);
            arguments.add(scope.create(rates));
            arguments.add(scope.create(new double[] {
                step - spanStart,
                count,
                plan.batchSize(),
                order.examples(),
                order.stepsPerEpoch(),
                order.seeds().step(step)
            }));
            return script.call(arguments, true, scope).get(0).toFloatArray();
        }
    }

    /** The learning rate of a step. */
    double rate(long step) {
        return plan.optimizer().learningRate() * plan.schedule().factor(step, order.stepsPerEpoch(), totalSteps);
    }
}
