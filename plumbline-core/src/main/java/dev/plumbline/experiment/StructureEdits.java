package dev.plumbline.experiment;

import java.util.Optional;

/** Reads the edits that change a graph's structure from the experiment file: output, axes, guards, views. */
final class StructureEdits {
    private static final int MOST_AXES = 16;

    private StructureEdits() {}

    /** The edit; empty where it is none of these. */
    static Optional<ModelEdit> read(Settings edit) {
        if (edit.has("output-units")) {
            return Optional.of(new ModelEdit.SetOutputUnits(edit.integer("output-units", 1)));
        }
        if (edit.has("output-bias")) {
            return Optional.of(
                    new ModelEdit.SetOutputBias(edit.numbers("output-bias", -Double.MAX_VALUE, Double.MAX_VALUE)));
        }
        if (edit.has("set-axis") && edit.has("to")) {
            int axis = (int) Math.rint(edit.number("to", -MOST_AXES, MOST_AXES, -1));
            return Optional.of(new ModelEdit.SetAxis(edit.text("set-axis").orElseThrow(), axis));
        }
        return edit.text("guard")
                .<ModelEdit>map(ModelEdit.Guard::new)
                .or(() -> edit.text("add-activation").map(ModelEdit.AddActivation::new))
                .or(() -> edit.text("flatten-before").map(ModelEdit.FlattenBefore::new))
                .or(() -> edit.text("pool-before").map(ModelEdit.PoolBefore::new))
                .or(() -> edit.text("align-batch").map(ModelEdit.AlignBatch::new));
    }
}
