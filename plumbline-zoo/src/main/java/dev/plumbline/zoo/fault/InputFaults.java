package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.data.SplitName;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import dev.plumbline.zoo.folder.Folder;
import java.util.List;
import java.util.Optional;

/** Faults in the inputs: their scale, and whether they are the same in every split. */
final class InputFaults {
    private InputFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of(
                        "inputs-not-normalized",
                        List.of("inputs-not-normalized", "features-differ-in-scale"),
                        strength("raw", raw(1)),
                        strength("x255", raw(255))),
                Fault.of(
                        "inputs-over-scaled",
                        List.of("inputs-over-scaled", "inputs-not-normalized"),
                        strength("/255-twice", raw(1 / 65025.0)),
                        strength("/1e6", raw(1e-6))),
                Fault.of(
                                "normalization-differs",
                                List.of("normalization-differs", "split-differs"),
                                strength("test-x16", apart(16, 0)),
                                strength("test-shifted", apart(1, 3)))
                        .repairedByPerson());
    }

    private static Plant raw(double factor) {
        return where(
                InputFaults::hasNumbers,
                folder -> Optional.of(folder.with("data.normalization", "none")
                        .mapData(data -> data.mapAll(split -> split.mapInputs(x -> x * factor)))));
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
