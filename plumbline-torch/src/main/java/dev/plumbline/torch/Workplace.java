package dev.plumbline.torch;

import ai.djl.ndarray.NDManager;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Preparation;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * What one run works with, all of it in libtorch's memory and freed with it.
 *
 * @param measurements null where nobody asked for them
 */
record Workplace(
        NDManager memory,
        Weights weights,
        Examples train,
        BatchOrder order,
        Stepper stepper,
        Prober prober,
        Evaluator evaluator,
        @Nullable Measurements measurements) {
    /**
     * Sets it up: parameters drawn, train split copied.
     *
     * @param raw the data in their own units
     * @throws ScriptFault if libtorch does not take the network
     */
    static Workplace of(
            Experiment experiment,
            RunRequest request,
            Compiled compiled,
            Dataset raw,
            Preparation preparation,
            NDManager memory) {
        TrainingPlan plan = experiment.training();
        Seeds seeds = new Seeds(plan.seed());
        Dataset seen = preparation.dataset();
        Weights weights = new Weights(compiled.wiring(), compiled.layouts(), seeds, memory);
        Examples train = Examples.of(seen.train(), raw.train().targets(), memory);
        BatchOrder order =
                new BatchOrder(train.size(), plan.batchSize(), plan.shuffle(), compiled.normalizesBatches(), seeds);
        Evaluator evaluator =
                new Evaluator(compiled, weights, experiment.task(), plan.loss().loss(), preparation.normalizer());
        int span = order.span(request.followValidation(), plan.epochs());
        Stepper stepper = new Stepper(compiled, weights, train, plan, order, span, memory);
        weights.answerBy(stepper.averages());
        return new Workplace(
                memory,
                weights,
                train,
                order,
                stepper,
                new Prober(compiled, weights, train, seeds),
                evaluator,
                request.followValidation()
                        ? new Measurements(evaluator, weights, experiment, raw, seen, memory)
                        : null);
    }
}
