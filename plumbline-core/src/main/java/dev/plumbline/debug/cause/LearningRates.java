package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.intervention.SetLearningRate;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** The rates worth trying: the optimizer's usual ones, the lecture's default first (S3). */
final class LearningRates {
    private LearningRates() {}

    /** Whether its usual rates are those of plain gradient descent, since its steps shrink as gradients add up. */
    static boolean areLarge(Optimizer optimizer) {
        return optimizer instanceof Optimizer.Sgd
                || optimizer instanceof Optimizer.Adagrad
                || optimizer instanceof Optimizer.Adadelta
                || optimizer instanceof Optimizer.Ftrl;
    }

    static List<String> names(Setup setup, DoublePredicate wanted) {
        Optimizer optimizer = setup.experiment().training().optimizer();
        DoubleStream rates = areLarge(optimizer) ? DoubleStream.of(0.01, 0.1, 1e-3) : DoubleStream.of(3e-4, 3e-3, 3e-5);
        double rate = optimizer.learningRate();
        // a rate next to the present one would be the same experiment again
        return rates.filter(wanted)
                .filter(r -> rate == 0 || r / rate > 2 || rate / r > 2)
                .mapToObj(r -> SetLearningRate.of(r).name())
                .toList();
    }
}
