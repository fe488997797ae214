package dev.plumbline.improve;

import dev.plumbline.evaluate.Decomposition;
import java.util.List;

/** I3: what the network meets where it is used differs from what it was trained on. */
final class DistributionShift implements Treatment {
    @Override
    public Decomposition.Kind treats() {
        return Decomposition.Kind.SHIFT;
    }

    @Override
    public List<NextStep> steps(Patient patient) {
        String why = "Examples from where the model will be used are harder than those like train (" + patient.errors()
                + "): " + patient.term() + ".";
        List<NextStep> adaptation = new Steps(patient, "I5")
                .person(
                        "Put labelled examples from where the model will be used into train, or fine-tune on them.",
                        why,
                        "Supervised domain adaptation: the surest where some labels can be had.")
                .person(
                        "Without labels: align the two kinds of examples (CORAL, domain confusion, style transfer).",
                        why,
                        "Unsupervised domain adaptation helps where only the inputs look different.")
                .list();
        List<NextStep> data = new Steps(patient, "I3")
                .person(
                        "Look at the shifted-validation errors beside the validation errors, and name the kinds.",
                        why,
                        "Kinds of errors that occur in the shifted split only are the shift.")
                .person(
                        "Collect training examples of those kinds.",
                        why,
                        "The distribution shift falls with every kind that train then holds.")
                .person(
                        "Synthesize such examples: blur, darken, add the noise that the new source has.",
                        why,
                        "Cheaper than collecting, as far as the imitation is true.")
                .list();
        return java.util.stream.Stream.concat(data.stream(), adaptation.stream())
                .toList();
    }
}
