package dev.plumbline.improve;

import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Settings;
import dev.plumbline.intervention.AddBatchNorm;
import dev.plumbline.intervention.Narrow;
import dev.plumbline.intervention.SetDropout;
import dev.plumbline.intervention.SetWeightDecay;
import dev.plumbline.intervention.StopEarly;
import dev.plumbline.intervention.UseAllData;
import java.util.List;

/** I2: the network fits train, and much less what it has not seen. */
final class Overfitting implements Treatment {
    /** The rate of Srivastava et al. (2014) for hidden layers. */
    private static final double DROPOUT = 0.5;

    private static final double FIRST_DECAY = 1e-4;
    private static final double MOST_DECAY = 0.1;

    @Override
    public Decomposition.Kind treats() {
        return Decomposition.Kind.VARIANCE;
    }

    @Override
    public List<NextStep> steps(Patient patient) {
        String why = "Unseen examples are harder than train (" + patient.errors() + "): " + patient.term() + ".";
        Steps steps = new Steps(patient, "I2");
        steps.edit(UseAllData.of(), why);
        steps.person(
                "Collect more training examples, most of the kind that is wrong.",
                why,
                "The surest remedy: what cannot be remembered has to be understood.");
        steps.edit(AddBatchNorm.of(), why)
                .elsewhere(
                        "Add a normalization layer (batch or layer normalization).",
                        why,
                        "Steadier training, and the noise of the batches regularizes a little.");
        steps.person(
                "Augment the training examples by changes that leave their meaning: shifts, noise, crops.",
                why,
                "Works like more data, as far as the changes look like what occurs.");
        regularization(steps, patient, why);
        steps.person(
                "Look at the validation examples that are wrong, and count them by kind.",
                why,
                "Shows which kinds of examples train lacks.");
        steps.person(
                "Try another architecture, one that fits the structure of the data.",
                why,
                "Shared weights (convolutions, recurrence) leave less to remember.");
        Tuning.add(steps, patient, false);
        lessRecommended(steps, patient);
        return steps.list();
    }

    private static void regularization(Steps steps, Patient patient, String why) {
        Experiment experiment = patient.experiment();
        if (experiment == null) {
            steps.person(
                    "Regularize more: dropout, weight decay.",
                    why,
                    "Narrows the gap between train and validation; too much raises the training error.");
            return;
        }
        if (dropout(experiment) < DROPOUT) {
            steps.edit(SetDropout.of(DROPOUT), why);
        }
        double decay = experiment.training().optimizer().weightDecay();
        double more = decay == 0 ? FIRST_DECAY : Math.min(MOST_DECAY, decay * 10);
        if (more > decay) {
            steps.edit(SetWeightDecay.of(more), why + " Weight decay is " + decay + ".");
        }
    }

    private static void lessRecommended(Steps steps, Patient patient) {
        String why = "Less recommended, since it treats the symptom: " + patient.term() + ".";
        Experiment experiment = patient.experiment();
        if (experiment == null || experiment.training().earlyStopping() == null) {
            steps.edit(StopEarly.of(10), why)
                    .elsewhere("Stop early.", why, "Training ends before the network fits the noise.");
        }
        steps.person("Remove features that cannot matter.", why, "Fewer chances to find patterns that only train has.");
        steps.edit(Narrow.of(2), why).elsewhere("Make the model smaller.", why, "A smaller network can remember less.");
    }

    /** The strongest dropout that there is; 0 for none. */
    private static double dropout(Experiment experiment) {
        if (experiment.model().source() instanceof ModelPlan.Architecture architecture) {
            return architecture.settings().number("dropout", 0, 1, 0);
        }
        if (experiment.model().source() instanceof ModelPlan.Layers layers) {
            return layers.layers().stream()
                    .filter(layer -> layer.type().equals("dropout"))
                    .mapToDouble(layer -> rate(layer.settings()))
                    .max()
                    .orElse(0);
        }
        return 0;
    }

    private static double rate(Settings settings) {
        return settings.number("rate", 0, 1, DROPOUT);
    }
}
