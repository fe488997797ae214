package dev.plumbline.cli.step;

import dev.plumbline.torch.TorchDebugger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Commands that train, or choose what is looked at. */
final class TrainingCommands {
    /** More losses than this are shown by ten of them. */
    private static final int SHOWN = 10;

    /** Steps between two looks at whether the person wants to stop. */
    private static final int CHUNK = 100;

    private final Walker walker;
    private final BooleanSupplier stop;

    TrainingCommands(Walker walker, BooleanSupplier stop) {
        this.walker = walker;
        this.stop = stop;
    }

    List<Command> list() {
        return List.of(
                Command.of(
                        "nan",
                        "nan [N]",
                        "go on, at most N training steps, to the first NaN or infinity; say what made it",
                        this::nan),
                Command.of(
                        "compare c",
                        "compare I J | compare batch I J",
                        "two examples of train (in evaluation mode), or the batches of two steps: where they differ",
                        this::compare,
                        () -> List.of("batch")),
                Command.of("train t", "train [N]", "make the next training step, or the next N", this::train),
                Command.of(
                        "batch", "batch [N]", "look at the batch of step N, from before the first node", this::batch),
                Command.of(
                        "mode",
                        "mode train | eval",
                        "training mode or evaluation mode (dropout, batch norm)",
                        this::mode,
                        () -> List.of("train", "eval")),
                Command.of("reset", "reset", "back to the first weights and step 0; breakpoints stay", this::reset));
    }

    private List<String> nan(String rest) {
        return new NanHunt(walker, stop).run(WrongCommand.number("nan", rest, Integer.MAX_VALUE));
    }

    private List<String> train(String rest) {
        TorchDebugger debugger = walker.debugger();
        int count = WrongCommand.number("train", rest, 1);
        long first = debugger.step();
        if (first == debugger.totalSteps()) {
            return List.of(
                    "  the plan's " + Figures.count(first, "step") + " are made. `reset` goes back to the first.");
        }
        List<Float> losses = new ArrayList<>();
        boolean fine = true;
        while (fine && losses.size() < count && !stop.getAsBoolean()) {
            float[] made = debugger.train(Math.min(CHUNK, count - losses.size()));
            for (float loss : made) {
                losses.add(loss);
            }
            fine = made.length > 0 && Float.isFinite(made[made.length - 1]);
        }
        boolean finished = debugger.step() == debugger.totalSteps();
        walker.look(finished ? debugger.step() - 1 : debugger.step(), walker.training());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            int each = (losses.size() + SHOWN - 1) / SHOWN;
            if (i % each == 0 || i == losses.size() - 1) {
                lines.add("  step " + (first + i) + ": loss " + Figures.of(losses.get(i)));
            }
        }
        if (!losses.isEmpty() && !Float.isFinite(losses.get(losses.size() - 1))) {
            lines.add("  the weights are those before this step's update. `nan` says what made it.");
        } else if (finished) {
            lines.add("  the plan's last step is made");
        }
        return lines;
    }

    private List<String> batch(String rest) {
        TorchDebugger debugger = walker.debugger();
        int step = WrongCommand.number("batch", rest, (int) walker.batch());
        require("batch", step);
        if (!rest.isEmpty()) {
            walker.look(step, walker.training());
        }
        long[] rows = walker.rows();
        return List.of(
                "  batch of step " + step + " (epoch " + step / debugger.stepsPerEpoch() + "), examples of train: "
                        + Arrays.stream(rows)
                                .limit(64)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(" "))
                        + (rows.length > 64 ? " ..." : ""),
                "  the weights have seen " + Figures.count(debugger.step(), "step"));
    }

    private void require(String command, long step) {
        long total = walker.debugger().totalSteps();
        if (step >= total) {
            throw WrongCommand.of(
                    command,
                    "a step below " + total + ", as many as the plan has",
                    String.valueOf(step),
                    "Steps count from 0.");
        }
    }

    private List<String> mode(String rest) {
        if (!rest.isEmpty()) {
            if (!List.of("train", "eval").contains(rest)) {
                throw WrongCommand.of("mode", "train or eval", "\"" + rest + "\"", "`mode` alone says which it is.");
            }
            walker.look(walker.batch(), rest.equals("train"));
        }
        return List.of("  " + (walker.training() ? "training" : "evaluation") + " mode");
    }

    private List<String> reset(String rest) {
        WrongCommand.none("reset", rest);
        walker.look(0, walker.training());
        walker.debugger().reset();
        return List.of("  first weights, step 0");
    }

    private List<String> compare(String rest) {
        String[] words = rest.split("\\s+", -1);
        boolean batches = words[0].equals("batch");
        if (words.length != (batches ? 3 : 2)) {
            throw WrongCommand.of(
                    "compare", "two numbers", "\"" + rest + "\"", "Write compare 3 7, or compare batch 0 1.");
        }
        int one = WrongCommand.number("compare", words[words.length - 2], 0);
        int other = WrongCommand.number("compare", words[words.length - 1], 0);
        if (batches) {
            require("compare", one);
            require("compare", other);
            return new Comparison(walker, walker.training(), "the batch of step " + one, "the batch of step " + other)
                    .of(walker.debugger().batch(one), walker.debugger().batch(other));
        }
        int examples = walker.debugger().examples();
        if (one >= examples || other >= examples) {
            throw WrongCommand.of(
                    "compare",
                    "examples below " + examples + ", as many as train has",
                    one + " and " + other,
                    "Examples count from 0.");
        }
        // one example alone has no batch to be normalized by
        return new Comparison(walker, false, "example " + one, "example " + other)
                .of(new long[] {one}, new long[] {other});
    }
}
