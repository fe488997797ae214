package dev.plumbline.start;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Schema;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Statistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to the data before the network sees them: normalization (S4), a subset as a first go (S5). */
final class DataChoice {
    /** The lecture's "about 10,000 training examples". */
    private static final int FIRST_GO = 10_000;
    /** Up to here a subset would save too little to be worth a thought. */
    private static final int ABOUT = 12_000;

    private final Dataset dataset;
    private final List<Decision> decisions;

    private final boolean isImported;

    /** @param isImported whether the network comes from a file, whose author fed it data of their own */
    DataChoice(Dataset dataset, List<Decision> decisions, boolean isImported) {
        this.dataset = dataset;
        this.decisions = decisions;
        this.isImported = isImported;
    }

    DataPlan choose(Draft draft, OutputLayer output) {
        DataPlan plan = draft.data();
        if (!draft.normalizationGiven()) {
            plan = plan.withNormalization(normalization());
        }
        if (!draft.targetNormalizationGiven() && dataset.task() == Task.REGRESSION) {
            plan = plan.withTargetNormalization(
                    targetNormalization(draft.training().loss(), output));
        }
        int train = dataset.train().size();
        // who set the epochs has planned the training of all of them
        boolean open = plan.maxExamples() == null
                && plan.oneBatch() == null
                && draft.training().epochs() == null;
        if (open && train > ABOUT) {
            decisions.add(new Decision(
                    "data.max-examples",
                    String.valueOf(FIRST_GO),
                    "train holds " + Figures.count(train, "example") + ": a stratified choice of them is enough to find"
                            + " bugs, and " + Math.round((double) train / FIRST_GO)
                            + " times as fast; set `max-examples: "
                            + train + "` for all",
                    "S5"));
            plan = plan.withMaxExamples(FIRST_GO);
        }
        return plan;
    }

    private Normalization normalization() {
        if (isImported) {
            decisions.add(new Decision(
                    "data.normalization",
                    "none",
                    "the network comes from a file: it is fed the arrays as they are, as its author would",
                    "S4"));
            return Normalization.NONE;
        }
        Schema schema = dataset.schema();
        if (schema.inputs().stream().allMatch(i -> i.dtype() == DType.INT64)) {
            decisions.add(new Decision(
                    "data.normalization", "none", "inputs are token numbers, which name and do not measure", "S4"));
            return Normalization.NONE;
        }
        Statistics values = Tally.of(dataset.train().inputs().get(0));
        String what = schema.modality() == Modality.IMAGE ? "each channel" : "each feature";
        decisions.add(new Decision(
                "data.normalization",
                "standardize",
                "inputs reach from " + Figures.number(values.min()) + " to " + Figures.number(values.max())
                        + "; initial weights expect mean 0 and standard deviation 1 of " + what
                        + ", fitted on train alone",
                "S4"));
        return Normalization.STANDARDIZE;
    }

    /** Only where outputs can take any value: behind a sigmoid or a softmax targets must stay where they are. */
    private Normalization targetNormalization(@Nullable LossPlan loss, OutputLayer output) {
        boolean anyValue = output.activation().equals("linear") && !isImported;
        boolean distance = loss == null || loss.loss().isOfDifferences();
        if (!anyValue || !distance) {
            return Normalization.NONE;
        }
        Statistics targets = Tally.of(dataset.train().targets());
        decisions.add(new Decision(
                "data.target-normalization",
                "standardize",
                "targets have mean " + Figures.number(targets.mean()) + " and standard deviation "
                        + Figures.number(targets.deviation())
                        + ", an untrained network answers about 0; scores stay in the target's unit",
                "S4"));
        return Normalization.STANDARDIZE;
    }
}
