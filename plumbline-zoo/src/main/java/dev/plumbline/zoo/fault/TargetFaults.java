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
                        strength("raw", where(Edit::isRegression, set("data.target-normalization", "none")))),
                Fault.of(
                        "labels-shuffled",
                        strength("all", folder -> Optional.of(folder.mapData(TargetFaults::permuted)))),
                Fault.of(
                        "conflicting-labels",
                        strength(
                                "again-with-another",
                                where(
                                        Edit::isClassification,
                                        folder -> Optional.of(folder.mapData(TargetFaults::again))))),
                Fault.of(
                        "targets-corrupted",
                        strength("missing-as-zero", where(Edit::isRegression, overwritten(0.3, 0))),
                        strength("missing-as-minus-999", where(Edit::isRegression, overwritten(0.1, -999)))),
                Fault.of(
                        "label-noise",
                        strength("0.4", where(Edit::isClassification, noise(0.4))),
                        strength("0.7", where(Edit::isClassification, noise(0.7)))));
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

    /** Two of three examples once more, with a class that they do not have. */
    private static Data again(Data data) {
        Random random = new Random(37);
        Examples more = data.train().where(i -> random.nextInt(3) > 0);
        float[] others = more.targets().clone();
        int classes = data.classCount();
        for (int i = 0; i < others.length; i++) {
            others[i] = (others[i] + 1 + random.nextInt(classes - 1)) % classes;
        }
        return data.with(SplitName.TRAIN, data.train().and(more.withTargets(others)));
    }

    private static Plant overwritten(double share, float with) {
        return folder -> Optional.of(folder.mapData(data -> {
            Random random = new Random(41);
            float[] targets = data.train().targets().clone();
            for (int i = 0; i < targets.length; i++) {
                targets[i] = random.nextDouble() < share ? with : targets[i];
            }
            return data.with(SplitName.TRAIN, data.train().withTargets(targets));
        }));
    }
}
