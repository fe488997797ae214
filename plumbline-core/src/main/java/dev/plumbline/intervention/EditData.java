package dev.plumbline.intervention;

import dev.plumbline.experiment.DataEdit;
import dev.plumbline.experiment.DataEdit.Repair;
import java.util.List;
import java.util.Set;

/** {@code match-splits}, {@code drop-suspects}, ...: a change of the data that needs no value. */
public final class EditData implements InterventionKind {
    private final Repair repair;
    private final String title;
    private final Set<String> removes;
    private final String expectation;

    private EditData(Repair repair, String title, String expectation, String... removes) {
        this.repair = repair;
        this.title = title;
        this.expectation = expectation;
        this.removes = Set.of(removes);
    }

    /** One kind for each {@link Repair}. */
    static List<InterventionKind> kinds() {
        return List.of(
                new EditData(
                        Repair.MATCH_SPLITS,
                        "Bring the other splits' inputs to train's scale.",
                        "The network is scored on numbers like those it learned from.",
                        "normalization-differs"),
                new EditData(
                        Repair.MATCH_LABELS,
                        "Number the other splits' classes as train does.",
                        "What was counted wrong for its number alone is right.",
                        "labels-differ-between-splits"),
                new EditData(
                        Repair.PERMUTE_CHANNELS,
                        "Put the images' channels into train's order.",
                        "Each kernel sees the channel that it learned on.",
                        "channels-swapped"),
                new EditData(
                        Repair.DROP_DUPLICATES,
                        "Drop copies, within train and in other splits of what train holds.",
                        "Each example counts once, and no score comes from memory.",
                        "duplicate-examples",
                        "duplicates-across-splits"),
                new EditData(
                        Repair.DROP_SUSPECTS,
                        "Drop train examples whose class contradicts all that are like them.",
                        "The network no longer has to learn contradictions by heart.",
                        "label-noise"),
                new EditData(
                        Repair.BALANCE,
                        "Repeat train examples of rare classes until all are as frequent.",
                        "Rare classes weigh as much as frequent ones: their recall rises.",
                        "class-imbalance"),
                new EditData(
                        Repair.CLEAN_INPUTS,
                        "Fill stand-ins for missing numbers and drop spoiled train examples.",
                        "What is left measures what it says.",
                        "inputs-corrupted"),
                new EditData(
                        Repair.CLEAN_TARGETS,
                        "Drop train examples with targets that stand for none, or of another unit.",
                        "A few huge errors no longer decide every step.",
                        "targets-corrupted"),
                new EditData(
                        Repair.SHUFFLE_SPLIT,
                        "Put train and validation together and split them anew at random.",
                        "Both are drawn from the same place.",
                        "split-differs"));
    }

    @Override
    public String word() {
        return repair.label();
    }

    @Override
    public String usage() {
        return repair.label();
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        DataEdit edit = repair;
        return new Intervention(
                repair.label(),
                title,
                removes,
                expectation,
                experiment -> experiment.withData(experiment.data().with(edit)));
    }
}
