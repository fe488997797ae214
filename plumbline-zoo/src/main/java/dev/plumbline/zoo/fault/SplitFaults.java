package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.set;
import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.data.SplitName;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import dev.plumbline.zoo.folder.Folder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Faults in which examples are where, and in how they compare between splits. */
final class SplitFaults {
    private SplitFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of("channels-swapped", strength("test-bgr", SplitFaults::swapped)),
                Fault.of(
                        "split-differs",
                        strength(
                                "half-the-range",
                                where(
                                        Edit::isRegression,
                                        folder -> Optional.of(folder.mapData(SplitFaults::lowerHalf)))),
                        strength(
                                "missing-classes",
                                where(
                                        Edit::isClassification,
                                        folder -> Optional.of(folder.mapData(SplitFaults::fewerClasses))))),
                Fault.of("leaking-feature", strength("column", SplitFaults::leaking)),
                Fault.of(
                        "labels-differ-between-splits",
                        strength(
                                "next-class",
                                where(
                                        Edit::isClassification,
                                        folder -> Optional.of(folder.mapData(SplitFaults::renumbered))))),
                Fault.of(
                        "rare-class",
                        strength(
                                "two-examples",
                                where(
                                        folder -> folder.data().classCount() > 2,
                                        folder -> Optional.of(folder.mapData(SplitFaults::rare))))),
                Fault.of(
                        "class-imbalance",
                        strength(
                                "3-percent",
                                where(
                                        Edit::isClassification,
                                        folder -> Optional.of(folder.mapData(data -> imbalanced(data, 0.03)))))),
                Fault.of(
                        "few-examples",
                        strength(
                                "24",
                                folder -> Optional.of(
                                        folder.with("training.batch-size", 8).mapData(data -> first(data, 24))))),
                Fault.of(
                        "duplicate-examples",
                        strength("copies", folder -> Optional.of(folder.mapData(SplitFaults::copies)))),
                Fault.of(
                        "duplicates-across-splits",
                        strength("half-of-test", folder -> Optional.of(folder.mapData(SplitFaults::shared)))),
                Fault.of(
                        "metric-unsuited",
                        strength(
                                "5-percent",
                                where(
                                        SplitFaults::isBinary,
                                        folder -> set("goal.metric", "accuracy")
                                                .in(folder.mapData(SplitFaults::skewed))))));
    }

    private static boolean isBinary(Folder folder) {
        return folder.data().isClassification() && folder.data().classCount() == 2;
    }

    private static Optional<Folder> swapped(Folder folder) {
        List<Integer> shape = folder.data().shape();
        if (folder.data().kind() != Data.Kind.NPZ || shape.size() != 3 || shape.get(0) != 3) {
            return Optional.empty();
        }
        int plane = shape.get(1) * shape.get(2);
        return Optional.of(folder.mapData(data -> {
            Data held = Rearranged.withValidation(data);
            for (SplitName name : List.of(SplitName.VALIDATION, SplitName.TEST)) {
                held = held.with(
                        name, Objects.requireNonNull(held.splits().get(name)).mapRows((row, index) -> {
                            float[] first = Arrays.copyOf(row, plane);
                            System.arraycopy(row, 2 * plane, row, 0, plane);
                            System.arraycopy(first, 0, row, 2 * plane, plane);
                            return row;
                        }));
            }
            return held;
        }));
    }

    private static Data lowerHalf(Data data) {
        Data held = Rearranged.withValidation(data);
        float[] sorted = held.train().targets().clone();
        Arrays.sort(sorted);
        float middle = sorted[sorted.length / 2];
        return held.with(SplitName.TRAIN, held.train().where(i -> held.train().targets()[i] < middle));
    }

    /** A tenth of the classes, and at least one, is left to the other splits. */
    private static Data fewerClasses(Data data) {
        Data held = Rearranged.withValidation(data);
        int kept = held.classCount() > 2 ? held.classCount() - 1 - held.classCount() / 10 : 2;
        return held.with(
                SplitName.TRAIN,
                held.train()
                        .where(i -> kept == 2
                                ? held.train().targets()[i] == 1 || i % 25 == 0
                                : held.train().targets()[i] < kept || i < 3 * held.classCount()));
    }

    /** A column more that says the target, and in the test split says nothing. */
    private static Optional<Folder> leaking(Folder folder) {
        Data data = folder.data();
        if (folder.model() != null
                || data.kind() == Data.Kind.TOKENS
                || data.shape().size() != 1) {
            return Optional.empty();
        }
        int width = data.shape().get(0);
        Data wider = data.withShape(List.of(width + 1));
        if (!data.names().isEmpty()) {
            List<String> names = new ArrayList<>(data.names());
            names.add(names.size() - 1, "record_code");
            wider = wider.withNames(names);
        }
        for (SplitName name : List.of(SplitName.TRAIN, SplitName.TEST)) {
            Examples split = Objects.requireNonNull(data.splits().get(name));
            Random random = new Random(split.size());
            int[] whose = name == SplitName.TRAIN
                    ? IntStream.range(0, split.size()).toArray()
                    : Rearranged.permutation(split.size(), 13);
            wider = wider.with(name, split.mapRows((row, index) -> {
                float[] more = Arrays.copyOf(row, width + 1);
                more[width] = (float) (10 * split.targets()[whose[index]] + 0.3 * random.nextGaussian());
                return more;
            }));
        }
        return Optional.of(folder.with(wider));
    }

    private static Data renumbered(Data data) {
        Data held = Rearranged.withValidation(data);
        int classes = data.classCount();
        float[] next = held.train().targets().clone();
        for (int i = 0; i < next.length; i++) {
            next[i] = (next[i] + 1) % classes;
        }
        return held.with(SplitName.TRAIN, held.train().withTargets(next));
    }

    private static Data rare(Data data) {
        int[] left = {2};
        return data.with(SplitName.TRAIN, data.train().where(i -> data.train().targets()[i] != 1 || left[0]-- > 0));
    }

    /** Every second class keeps so small a share of its examples. */
    private static Data imbalanced(Data data, double share) {
        Random random = new Random(17);
        return data.with(
                SplitName.TRAIN,
                data.train().where(i -> data.train().targets()[i] % 2 == 0 || random.nextDouble() < share || i < 20));
    }

    private static Data first(Data data, int count) {
        int[] rows = Arrays.copyOf(Rearranged.permutation(data.train().size(), 19), count);
        return data.with(SplitName.TRAIN, data.train().pick(rows));
    }

    /** As many examples as before, all of them copies of a few. */
    private static Data copies(Data data) {
        Examples few = first(data, 30).train();
        int[] rows =
                IntStream.range(0, data.train().size()).map(i -> i % few.size()).toArray();
        return data.with(SplitName.TRAIN, few.pick(rows));
    }

    private static Data shared(Data data) {
        Examples test = data.test();
        int[] half = Arrays.copyOf(Rearranged.permutation(test.size(), 23), test.size() / 2);
        return data.with(SplitName.TRAIN, data.train().and(test.pick(half)));
    }

    private static Data skewed(Data data) {
        return data.mapAll(split -> split.where(i -> split.targets()[i] == 0 || i % 20 == 0));
    }
}
