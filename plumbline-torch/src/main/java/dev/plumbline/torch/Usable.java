package dev.plumbline.torch;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import java.util.List;

/** What must hold of data and network together before anything runs. */
final class Usable {
    private Usable() {}

    /** @throws UnusableInputException naming what does not fit */
    static void check(Dataset data, Compiled compiled) {
        int examples = data.train().size();
        if (examples == 0) {
            throw new UnusableInputException(
                    "the train split", "at least one example", "none", "Check `data.train` and `data.classes`.");
        }

        List<String> inputs = compiled.wiring().inputs();
        if (inputs.size() != data.train().inputs().size()) {
            throw new UnusableInputException(
                    "the network's inputs",
                    "as many as the data has: " + data.train().inputs().size(),
                    inputs.toString(),
                    "Name the arrays under `data.inputs`.");
        }
        int[] counts = compiled.objective().classCounts();
        Schema schema = data.schema();
        data.splits().forEach((name, split) -> {
            classes(name, split.targets(), counts[0], schema.ignores());
            for (int i = 1; i < counts.length; i++) {
                classes(
                        name,
                        split.otherTargets().get(i - 1),
                        counts[i],
                        schema.otherTargets().get(i - 1).ignores());
            }
        });
    }

    /** @param units of the output; 0 where the targets are no classes */
    private static void classes(SplitName name, Tensor given, int units, boolean ignores) {
        if (units > 0 && given instanceof LongTensor targets) {
            for (long target : targets.values()) {
                if (target >= units || target < (ignores ? Schema.NO_CLASS : 0)) {
                    throw new UnusableInputException(
                            "the network's output",
                            "a unit for each class, also for class " + target + " of the " + name + " split",
                            units + " units",
                            "Give the last layer more units.");
                }
            }
        }
    }
}
