package dev.plumbline.torch;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
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
        if (compiled.loss().classCount() > 0) {
            data.splits()
                    .forEach((name, split) ->
                            classes(name, split, compiled.loss().classCount()));
        }
    }

    private static void classes(SplitName name, Split split, int units) {
        if (split.targets() instanceof LongTensor targets) {
            for (long target : targets.values()) {
                if (target < 0 || target >= units) {
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
