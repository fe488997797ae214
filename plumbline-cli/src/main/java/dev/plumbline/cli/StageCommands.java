package dev.plumbline.cli;

import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands that walk a single stage, and what it rests on. */
final class StageCommands {
    private StageCommands() {}

    @Command(
            name = "start",
            description = "Read the data, choose a simple network and sensible defaults, and say why.",
            mixinStandardHelpOptions = true)
    static final class Start implements Callable<Integer> {
        @Mixin
        private final WalkOptions options = new WalkOptions();

        @Override
        public Integer call() {
            return new Session(options).walk(EnumSet.of(Stage.START));
        }
    }

    @Command(
            name = "check",
            description =
                    "Get it to run: shapes, dtypes, memory, one forward and backward step, every layer in a table.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Mixin
        private final WalkOptions options = new WalkOptions();

        @Override
        public Integer call() {
            return new Session(options).walk(EnumSet.of(Stage.CHECK));
        }
    }

    @Command(
            name = "overfit",
            description = "Overfit one batch; where that fails, test the causes.",
            mixinStandardHelpOptions = true)
    static final class Overfit implements Callable<Integer> {
        @Mixin
        private final WalkOptions options = new WalkOptions();

        @Override
        public Integer call() {
            return new Session(options).walk(EnumSet.of(Stage.OVERFIT));
        }
    }

    @Command(
            name = "compare",
            description = "Train it and compare to baselines: is it learning anything at all?",
            mixinStandardHelpOptions = true)
    static final class Compare implements Callable<Integer> {
        @Mixin
        private final WalkOptions options = new WalkOptions();

        @Override
        public Integer call() {
            return new Session(options).walk(EnumSet.of(Stage.COMPARE));
        }
    }

    @Command(
            name = "improve",
            description = "Train it, take its error apart, and rank what to do about the largest part.",
            mixinStandardHelpOptions = true)
    static final class Improve implements Callable<Integer> {
        @Mixin
        private final WalkOptions options = new WalkOptions();

        @Override
        public Integer call() {
            return new Session(options).walk(EnumSet.of(Stage.IMPROVE));
        }
    }
}
