package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.set;
import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.List;
import java.util.Optional;

/** Faults in the optimizer's settings. */
final class OptimizerFaults {
    private static final String RATE = "training.optimizer.learning-rate";

    private OptimizerFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of("learning-rate-too-high", strength("x100", rate(100)), strength("x1000", rate(1000))),
                Fault.of("learning-rate-too-low", strength("x0.01", rate(0.01)), strength("x0.0001", rate(1e-4))),
                Fault.of(
                        "weight-decay-too-strong",
                        strength("0.3", set("training.optimizer.weight-decay", 0.3)),
                        strength("3", set("training.optimizer.weight-decay", 3.0))),
                Fault.of(
                        "momentum-too-high",
                        strength(
                                "0.999",
                                where(Edit::isPlainGradientDescent, set("training.optimizer.momentum", 0.999))),
                        strength(
                                "0.9999",
                                where(Edit::isPlainGradientDescent, set("training.optimizer.momentum", 0.9999)))),
                Fault.of(
                        "optimizer-setting",
                        strength("epsilon-1", adam("epsilon", 1.0)),
                        strength("beta1-0.9999", adam("beta1", 0.9999)),
                        strength("beta2-0.1", adam("beta2", 0.1))),
                Fault.of(
                        "clipping-too-tight",
                        strength("norm-1e-3", where(Edit::isPlainGradientDescent, set("training.clip-norm", 1e-3))),
                        strength("value-1e-5", where(Edit::isPlainGradientDescent, set("training.clip-value", 1e-5)))));
    }

    private static Plant rate(double factor) {
        return folder -> scaled(folder, factor);
    }

    private static Optional<Folder> scaled(Folder folder, double factor) {
        double rate = folder.tree().number(RATE);
        return Double.isNaN(rate) ? Optional.empty() : Optional.of(folder.with(RATE, rate * factor));
    }

    private static Plant adam(String setting, double value) {
        return where(folder -> isAdam(folder.tree()), set("training.optimizer." + setting, value));
    }

    private static boolean isAdam(Tree tree) {
        return tree.text("training.optimizer.name").startsWith("adam");
    }
}
