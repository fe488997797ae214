package dev.plumbline.cli;

import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plumbline run}: the whole tree. */
@Command(
        name = "run",
        description = "Walk the whole tree: start, check, overfit one batch, compare, evaluate, improve.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final WalkOptions options = new WalkOptions();

    @Override
    public Integer call() {
        return new Session(options).walk(EnumSet.allOf(Stage.class));
    }
}
