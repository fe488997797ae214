package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Does steps of training, many in one native call. Holds the optimizer's state. */
final class Stepper {
    private static final int NUMBERS = 7;

    private final Script script;
    private final TrainingPlan plan;
    private final BatchOrder order;
    private final long totalSteps;
    private final double[] planned = new double[Pace.MOST];
    private final List<NDArray> arguments;
    private final Feed examples;
    private final Feed rates;
    private final Feed numbers;
    private final List<NDArray> averages = new ArrayList<>();

    /** @param span epochs whose order is set at once */
    Stepper(
            Compiled compiled,
            Weights weights,
            Examples train,
            TrainingPlan plan,
            BatchOrder order,
            int span,
            NDManager memory) {
        this.script = compiled.training();
        this.plan = plan;
        this.order = order;
        this.totalSteps = order.stepsPerEpoch() * plan.epochs();
        this.examples = Feed.longs(Math.multiplyExact(order.examples(), span), memory);
        this.rates = Feed.doubles(Pace.MOST, memory);
        this.numbers = Feed.doubles(NUMBERS, memory);
        this.arguments = new ArrayList<>(weights.arrays());
        UpdateRule rule = compiled.optimizer();
        for (int slot = 0; slot < rule.slots(); slot++) {
            for (Parameter parameter : compiled.wiring().trained()) {
                List<Integer> sizes = rule.sizes(slot, parameter.type().shape().sizes());
                NDArray state = memory.full(
                        new Shape(sizes.stream().mapToLong(Integer::longValue).toArray()), (float) rule.initial(slot));
                state.setName(Arguments.mark(UpdateRule.slot(slot)));
                arguments.add(state);
            }
        }
        for (String list : UpdateText.lists(plan)) {
            boolean average = list.equals(UpdateText.AVERAGES);
            for (NDArray array : weights.trained()) {
                NDArray held = average ? array.duplicate().stopGradient() : array.zerosLike();
                held.attach(memory);
                held.setName(Arguments.mark(list));
                arguments.add(held);
                if (average) {
                    averages.add(held);
                }
            }
        }
        arguments.add(memory.zeros(new Shape()));
        arguments.add(memory.ones(new Shape()));
        arguments.addAll(train.arrays());
        arguments.addAll(List.of(examples.array(), rates.array(), numbers.array()));
    }

    /** Sets the order of examples for the epochs to come, as {@link BatchOrder#epochs} gives it. */
    void order(long[] rows) {
        examples.put(rows);
    }

    /**
     * Does steps and gives their losses; fewer than asked where one is not finite, which is then the last.
     *
     * @param count at most {@link Pace#MOST}
     * @param spanStart the step with which the order of examples begins
     * @throws ScriptFault if an operator fails
     */
    float[] steps(long step, int count, long spanStart, NDManager memory) {
        for (int i = 0; i < count; i++) {
            planned[i] = rate(step + i);
        }
        rates.put(planned);
        numbers.put(
                step - spanStart,
                count,
                plan.batchSize(),
                order.examples(),
                order.stepsPerEpoch(),
                (double) order.seeds().step(step),
                step);
        try (NDManager scope = memory.newSubManager()) {
            return script.call(arguments, true, scope).get(0).toFloatArray();
        }
    }

    /** The averages of the trained parameters, in their order; empty where the plan keeps none. */
    List<NDArray> averages() {
        return averages;
    }

    /** The learning rate of a step. */
    double rate(long step) {
        return plan.optimizer().learningRate() * plan.schedule().factor(step, order.stepsPerEpoch(), totalSteps);
    }
}
