package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.set;
import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.data.SplitName;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Faults in the targets. */
final class TargetFaults {
    private TargetFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of(
                        "targets-not-normalized",
                        List.of("targets-not-normalized"),
                        strength("raw", where(Edit::isRegression, set("data.target-normalization", "none")))),
                Fault.of(
                                "labels-shuffled",
                                List.of("labels-shuffled", "label-noise", "conflicting-labels", "input-ignored"),
                                strength("all", folder -> Optional.of(folder.mapData(TargetFaults::permuted))))
                        .repairedByPerson(),
                Fault.of(
                                "label-noise",
                                List.of("label-noise", "labels-shuffled", "conflicting-labels"),
                                strength("0.4", where(Edit::isClassification, noise(0.4))),
                                strength("0.7", where(Edit::isClassification, noise(0.7))))
                        .repairedByPerson());
    }

    private static Data permuted(Data data) {
        Examples train = data.train();
        float[] targets = new float[train.size()];
        int[] order = Rearranged.permutation(train.size(), 11);
        for (int i = 0; i < targets.length; i++) {
            targets[i] = train.targets()[order[i]];
        }
        return data.with(SplitName.TRAIN, train.withTargets(targets));
    }

    private static Plant noise(double share) {
        return folder -> Optional.of(folder.mapData(data -> {
            Random random = new Random(5);
            float[] targets = data.train().targets().clone();
            for (int i = 0; i < targets.length; i++) {
                if (random.nextDouble() < share) {
                    targets[i] = random.nextInt(data.classCount());
                }
            }
            return data.with(SplitName.TRAIN, data.train().withTargets(targets));
        }));
    }
}
