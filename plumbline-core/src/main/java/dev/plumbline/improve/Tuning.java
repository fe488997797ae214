package dev.plumbline.improve;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.intervention.SetEpochs;
import dev.plumbline.intervention.SetLearningRate;
import dev.plumbline.intervention.SetSchedule;
import java.math.BigDecimal;
import java.math.MathContext;

/** First values to try for the settings that matter most (T1): learning rate, its schedule, the number of epochs. */
final class Tuning {
    /** Half a decade, the usual step of a coarse search over learning rates. */
    private static final double STEP = Math.sqrt(10);

    private Tuning() {}

    static void add(Steps steps, Patient patient, boolean faster) {
        Experiment experiment = patient.experiment();
        if (experiment == null) {
            steps.person(
                    "Tune the learning rate, then its schedule, then the sizes of the layers.",
                    "These decide more than any other setting, and no defaults suit all data.",
                    "Often the same network gets clearly better.");
            return;
        }
        TrainingPlan training = experiment.training();
        Optimizer optimizer = training.optimizer();
        double rate = faster ? optimizer.learningRate() * STEP : optimizer.learningRate() / STEP;
        steps.edit(
                SetLearningRate.of(
                        BigDecimal.valueOf(rate).round(new MathContext(1)).doubleValue()),
                "The learning rate matters more than any other setting; now it is " + optimizer.learningRate()
                        + " with " + optimizer.name() + ".");
        steps.edit(
                SetSchedule.of("cosine"),
                "The schedule is " + training.schedule().name()
                        + "; after the learning rate, its schedule matters most.");
        if (faster) {
            steps.edit(
                    SetEpochs.of((int) Math.min(Integer.MAX_VALUE, 2L * training.epochs())),
                    "Training ends after " + training.epochs() + " epochs; if the curve still fell there, go on.");
        }
    }
}
