package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.data.SplitName;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import dev.plumbline.zoo.folder.Folder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;

/** Faults in the inputs: their scale, and whether they are the same in every split. */
final class InputFaults {
    private InputFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of("inputs-not-normalized", strength("raw", raw(1)), strength("x255", raw(255))),
                Fault.of("inputs-over-scaled", strength("255-twice", raw(1 / 65025.0)), strength("1e-6", raw(1e-6))),
                Fault.of(
                        "features-differ-in-scale",
                        strength("one-x10000", where(InputFaults::isTable, oneFeature(1e4)))),
                Fault.of(
                        "missing-or-infinite-values",
                        strength("nan", where(InputFaults::isArrays, spoiled(0.02, Float.NaN))),
                        strength("infinite", where(InputFaults::isArrays, spoiled(0.001, Float.POSITIVE_INFINITY)))),
                Fault.of(
                        "inputs-corrupted",
                        strength(
                                "zeroed",
                                where(InputFaults::hasNumbers, corrupted((row, random) -> Arrays.fill(row, 0)))),
                        strength("scrambled", where(InputFaults::hasNumbers, corrupted(InputFaults::scramble)))),
                Fault.of("wrong-copies", strength("upside-down", where(InputFaults::isImage, InputFaults::upsideDown))),
                Fault.of(
                        "normalization-differs",
                        strength("test-x16", apart(16, 0)),
                        strength("test-shifted", apart(1, 3))));
    }

    private static Plant raw(double factor) {
        return where(
                InputFaults::hasNumbers,
                folder -> Optional.of(folder.with("data.normalization", "none")
                        .mapData(data -> data.mapAll(split -> split.mapInputs(x -> x * factor)))));
    }

    private static boolean isTable(Folder folder) {
        return folder.data().kind() == Data.Kind.CSV;
    }

    private static boolean isArrays(Folder folder) {
        return folder.data().kind() == Data.Kind.NPZ;
    }

    private static boolean isImage(Folder folder) {
        return isArrays(folder) && folder.data().shape().size() == 3;
    }

    /** Standardized by the author, then one feature in another unit, and no normalization. */
    private static Plant oneFeature(double factor) {
        return folder -> Optional.of(folder.with("data.normalization", "none").mapData(data -> {
            double[] deviations = new double[data.shape().get(0)];
            for (int i = 0; i < deviations.length; i++) {
                int column = i;
                deviations[i] = 1e-9 + deviation(data.train().mapRows((row, index) -> new float[] {row[column]}));
            }
            return data.mapAll(split -> split.mapRows((row, index) -> {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) (row[i] / deviations[i] * (i == 2 ? factor : 1));
                }
                return row;
            }));
        }));
    }

    private static Plant spoiled(double share, float with) {
        return folder -> Optional.of(folder.mapData(data -> {
            Random random = new Random(29);
            return data.with(SplitName.TRAIN, data.train().mapRows((row, index) -> {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextDouble() < share ? with : row[i];
                }
                return row;
            }));
        }));
    }

    /** Three of four train examples lose what they show. */
    private static Plant corrupted(BiConsumer<float[], Random> change) {
        return folder -> Optional.of(folder.mapData(data -> {
            Random random = new Random(31);
            return data.with(SplitName.TRAIN, data.train().mapRows((row, index) -> {
                if (random.nextDouble() < 0.75) {
                    change.accept(row, random);
                }
                return row;
            }));
        }));
    }

    private static void scramble(float[] row, Random random) {
        int[] order = Rearranged.permutation(row.length, random.nextLong());
        float[] old = row.clone();
        for (int i = 0; i < row.length; i++) {
            row[i] = old[order[i]];
        }
    }

    /** Every train example again, turned by 180 degrees, three times: a 6 that is called 6 and looks like a 9. */
    private static Optional<Folder> upsideDown(Folder folder) {
        return Optional.of(folder.mapData(data -> {
            int channels = Math.min(data.shape().get(0), data.shape().get(2));
            boolean isLast = data.shape().get(2) == channels;
            Examples turned = data.train().mapRows((row, index) -> {
                int pixels = row.length / channels;
                float[] old = row.clone();
                for (int pixel = 0; pixel < pixels; pixel++) {
                    for (int channel = 0; channel < channels; channel++) {
                        int to = isLast ? pixel * channels + channel : channel * pixels + pixel;
                        int other = pixels - 1 - pixel;
                        row[to] = old[isLast ? other * channels + channel : channel * pixels + other];
                    }
                }
                return row;
            });
            return data.with(
                    SplitName.TRAIN, data.train().and(turned).and(turned).and(turned));
        }));
    }

    private static boolean hasNumbers(Folder folder) {
        return folder.data().kind() != Data.Kind.TOKENS;
    }

    /** What is not train is scaled, or shifted by standard deviations of the whole. */
    private static Plant apart(double factor, double shift) {
        return where(InputFaults::hasNumbers, folder -> {
            Data data = Rearranged.withValidation(folder.data());
            double offset = shift * deviation(data.train());
            for (SplitName name : List.of(SplitName.VALIDATION, SplitName.TEST)) {
                Examples split = data.splits().get(name);
                if (split != null) {
                    data = data.with(name, split.mapInputs(x -> x * factor + offset));
                }
            }
            return Optional.of(folder.with(data));
        });
    }

    private static double deviation(Examples examples) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (float[] row : examples.inputs()) {
            for (float value : row) {
                sum += value;
                squares += (double) value * value;
                count++;
            }
        }
        double mean = sum / count;
        return Math.sqrt(squares / count - mean * mean);
    }
}
