package dev.plumbline.start;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first architecture, by what an example is (S1). */
final class ModelChoice {
    /** Two poolings by 2 leave one pixel of 4. */
    private static final int SMALLEST_IMAGE = 4;

    private final Dataset dataset;
    private final List<Decision> decisions;

    ModelChoice(Dataset dataset, List<Decision> decisions) {
        this.dataset = dataset;
        this.decisions = decisions;
    }

    ModelPlan choose(@Nullable ModelPlan given) {
        if (given != null) {
            return given;
        }
        InputSchema input = dataset.schema().inputs().get(0);
        Shape shape = input.shape();
        Modality modality = dataset.schema().modality();
        boolean image = modality == Modality.IMAGE
                && shape.rank() == 3
                && Math.min(shape.get(1), shape.get(2)) >= SMALLEST_IMAGE;
        String name = image ? "lenet" : modality == Modality.SEQUENCE ? "lstm" : "mlp";
        String reason = switch (name) {
            case "lenet" ->
                "images of " + shape.get(1) + " x " + shape.get(2) + " pixels with "
                        + Figures.count(shape.get(0), "channel")
                        + ": convolutions use the same weights everywhere; ReLU with He initialization";
            case "lstm" ->
                "sequences of " + Figures.count(shape.get(0), "step")
                        + (shape.rank() > 1 ? " with " + Figures.count(shape.get(1), "feature") : " of tokens")
                        + ": one hidden LSTM layer reads them in order; tanh with Glorot initialization";
            default ->
                "examples of shape " + shape + " without an order in space or time:"
                        + " fully connected, one hidden layer; ReLU with He initialization";
        };
        decisions.add(new Decision("model.architecture", name, reason, "S1"));
        return ModelPlan.architecture(name, Settings.none("model"));
    }
}
