package dev.plumbline.start;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Clipping;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Ema;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the first network is trained (S3). */
final class TrainingChoice {
    private static final double LEARNING_RATE = 3e-4;
    /** Adam at 3e-4 moves a weight by at most about 1 in this many steps: enough to learn, a minute at most. */
    private static final int STEPS = 4_000;

    private static final int FEWEST_EPOCHS = 10;
    private static final int MOST_EPOCHS = 200;
    private static final int LEAST_PATIENCE = 5;

    private final Dataset dataset;
    private final List<Decision> decisions;

    TrainingChoice(Dataset dataset, List<Decision> decisions) {
        this.dataset = dataset;
        this.decisions = decisions;
    }

    TrainingPlan choose(TrainingDraft draft, DataPlan data, OutputLayer output) {
        Integer most = data.maxExamples();
        int train = most == null
                ? dataset.train().size()
                : Math.min(most, dataset.train().size());
        LossPlan loss = draft.loss() == null ? loss(output) : draft.loss();
        Optimizer optimizer = draft.optimizer() == null ? optimizer() : draft.optimizer();
        int batchSize = batchSize(draft.batchSize(), train);
        int epochs = draft.epochs() == null ? epochs(train, batchSize) : draft.epochs();
        Integer patience = draft.earlyStopping();
        if (patience == null && draft.epochs() == null) {
            patience = patience(epochs);
        }
        if (draft.schedule() == null) {
            decide("schedule", "constant", "a changing rate is one thing more that can be wrong; tune it later", "S3");
        }
        if (draft.seed() == null) {
            decide("seed", "0", "every run can be repeated", "S3");
        }
        return new TrainingPlan(
                loss,
                optimizer,
                draft.schedule() == null ? new Schedule.Constant() : draft.schedule(),
                batchSize,
                epochs,
                Clipping.NONE.equals(draft.clipping()) ? null : draft.clipping(),
                patience,
                draft.shuffle() == null || draft.shuffle(),
                draft.seed() == null ? 0 : draft.seed(),
                draft.otherLosses() == null ? java.util.Map.of() : draft.otherLosses(),
                draft.gradientAccumulationSteps() == null ? 1 : draft.gradientAccumulationSteps(),
                Ema.NONE.equals(draft.ema()) ? null : draft.ema());
    }

    private void decide(String setting, String choice, String reason, String row) {
        decisions.add(new Decision("training." + setting, choice, reason, row));
    }

    /** The task's loss in the form that takes what the person's output layer gives. */
    private LossPlan loss(OutputLayer output) {
        Loss loss = Loss.byDefault(dataset.task());
        boolean oneUnit = dataset.schema().outputs() == 2 && output.isOneUnit();
        boolean yesOrNo = dataset.task() == Task.MULTILABEL || oneUnit;
        if (dataset.task() != Task.REGRESSION) {
            loss = switch (output.activation()) {
                case "softmax" -> yesOrNo ? Loss.BCE : Loss.CATEGORICAL_CROSSENTROPY;
                case "log-softmax" -> Loss.NLL;
                case "sigmoid" -> yesOrNo ? Loss.BCE : loss;
                default -> yesOrNo ? Loss.BCE_WITH_LOGITS : loss;
            };
        }
        String takes = loss.takes().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        decide(
                "loss",
                loss.label(),
                "the usual one for " + dataset.task() + "; takes the " + takes + " that the last layer gives",
                "S3");
        return LossPlan.of(loss);
    }

    private Optimizer optimizer() {
        decide(
                "optimizer",
                "adam, learning-rate 3e-4",
                "forgiving of scale and architecture; no weight decay, since regularization comes after overfitting",
                "S3");
        return Optimizer.Adam.of(LEARNING_RATE);
    }

    private int batchSize(@Nullable Integer given, int train) {
        if (given != null) {
            // one larger than the data is the whole of it, as other libraries have it
            return given;
        }
        int size = Math.min(suggested(train), train);
        decide("batch-size", String.valueOf(size), "for " + Figures.count(train, "train example"), "S3");
        return size;
    }

    /** So that an epoch has steps enough to learn from, and a step examples enough to be quick. */
    private static int suggested(int train) {
        return train < 1_000 ? 16 : train < 10_000 ? 32 : 64;
    }

    private int epochs(int train, int batchSize) {
        int steps = (train + batchSize - 1) / batchSize;
        int epochs = Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, (STEPS + steps - 1) / steps));
        decide(
                "epochs",
                String.valueOf(epochs),
                String.format(java.util.Locale.ROOT, "%,d steps, at %,d an epoch", epochs * steps, steps),
                "S3");
        return epochs;
    }

    private @Nullable Integer patience(int epochs) {
        if (dataset.split(SplitName.VALIDATION).isEmpty()) {
            return null;
        }
        int patience = Math.max(LEAST_PATIENCE, epochs / 4);
        decide(
                "early-stopping",
                String.valueOf(patience),
                "epochs without a better validation score, a quarter of all; nobody set how long to train",
                "S3");
        return patience;
    }
}
