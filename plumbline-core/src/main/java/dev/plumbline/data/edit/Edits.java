package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Task;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the changes that a plan lists. The given arrays are left as they are. */
public final class Edits {
    private Edits() {}

    /** All changes but {@link DataEdit.ShiftTargets}, which is made before splitting. */
    public static Dataset apply(Dataset dataset, DataPlan plan) {
        Dataset changed = dataset;
        for (DataEdit edit : plan.edits()) {
            if (edit instanceof DataEdit.DropFeature drop) {
                changed = FeatureDrop.apply(changed, drop.feature());
            } else if (edit instanceof DataEdit.Repair repair) {
                changed = repaired(changed, repair, plan.seed());
            }
        }
        return changed;
    }

    /** One change that needs no value. */
    public static Dataset repaired(Dataset dataset, DataEdit.Repair repair, long seed) {
        return switch (repair) {
            case MATCH_SPLITS -> SplitMatching.apply(dataset);
            case MATCH_LABELS -> LabelMatching.apply(dataset);
            case PERMUTE_CHANNELS -> ChannelOrder.apply(dataset);
            case DROP_DUPLICATES -> Duplicates.drop(dataset);
            case DROP_SUSPECTS -> LabelSuspects.drop(dataset);
            case BALANCE -> Balance.apply(dataset, seed);
            case CLEAN_INPUTS -> InputFaults.repair(dataset);
            case CLEAN_TARGETS -> TargetFaults.drop(dataset);
            case SHUFFLE_SPLIT -> NewSplit.of(dataset, seed);
        };
    }

    /** The targets of a file's examples, before they are split, moved as the plan's edits say. */
    public static Tensor shifted(Tensor targets, List<DataEdit> edits) {
        int rows = 0;
        for (DataEdit edit : edits) {
            rows += edit instanceof DataEdit.ShiftTargets shift ? shift.rows() : 0;
        }
        return rows == 0 ? targets : shifted(targets, rows);
    }

    /** Each row gets the target of so many rows before it, around the ends. */
    public static Tensor shifted(Tensor targets, int rows) {
        int count = targets.length();
        return count == 0
                ? targets
                : targets.rows(IntStream.range(0, count)
                        .map(i -> Math.floorMod(i - rows, count))
                        .toArray());
    }

    /** The data set with the train split's targets moved. */
    public static Dataset shifted(Dataset dataset, List<DataEdit> edits) {
        Split train = dataset.train();
        return dataset.with(SplitName.TRAIN, train.withTargets(shifted(train.targets(), edits)));
    }

    /** Class numbers of a split; empty for other tasks. */
    static long[] classes(Dataset dataset, Split split) {
        return dataset.task() == Task.CLASSIFICATION && split.targets() instanceof LongTensor targets
                ? targets.values()
                : new long[0];
    }
}
