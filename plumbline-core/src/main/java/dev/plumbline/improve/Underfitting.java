package dev.plumbline.improve;

import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Deepen;
import dev.plumbline.intervention.RemoveDropout;
import dev.plumbline.intervention.SetWeightDecay;
import dev.plumbline.intervention.Widen;
import java.util.List;

/** I1: the network does not even fit what it is trained on. */
final class Underfitting implements Treatment {
    @Override
    public Decomposition.Kind treats() {
        return Decomposition.Kind.BIAS;
    }

    @Override
    public List<NextStep> steps(Patient patient) {
        String why = "Even on train the error is too high (" + patient.errors() + "): " + patient.term() + ".";
        Steps steps = new Steps(patient, "I1");
        steps.edit(Widen.of(2), why)
                .edit(Deepen.of(1), why)
                .elsewhere(
                        "Make the model bigger: wider layers, then more of them.",
                        why,
                        "A larger network fits the training data better: the avoidable bias falls.");
        regularization(steps, patient);
        steps.person(
                "Look at the training examples that are still wrong.",
                why,
                "Shows wrong labels, and what kind of example the network or its inputs cannot tell apart.");
        steps.person(
                "Try another architecture, nearer to the best that is known for such data.",
                why,
                "Can lower the bias a lot, at a risk: start simple again, check it on one batch.");
        Tuning.add(steps, patient, true);
        steps.person(
                "Add features that a person would use to decide.",
                why,
                "What the inputs do not hold, no network can learn.");
        return steps.list();
    }

    private static void regularization(Steps steps, Patient patient) {
        Experiment experiment = patient.experiment();
        if (experiment == null) {
            steps.person(
                    "Regularize less: lower dropout, weight decay and augmentation.",
                    "Regularization keeps a network from fitting; this one does not fit.",
                    "The training error falls.");
            return;
        }
        steps.edit(RemoveDropout.of(), "Dropout keeps a network from fitting; this one does not fit.");
        steps.edit(
                SetWeightDecay.of(0),
                "Weight decay is " + experiment.training().optimizer().weightDecay()
                        + "; it keeps a network from fitting, and this one does not fit.");
    }
}
