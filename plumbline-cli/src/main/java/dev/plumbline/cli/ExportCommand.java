package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.formats.onnx.OnnxWriter;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Network;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline export}: trains an experiment and writes its network as ONNX. */
@Command(
        name = "export",
        description = "Train the experiment and write its network as ONNX, for ONNX Runtime or to look at in Netron.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    private final WalkOptions options = new WalkOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; model-trained.onnx beside the experiment by default.")
    @Nullable
    Path output;

    @Option(names = "--untrained", description = "Write the weights that training would start from.")
    boolean untrained;

    @Option(names = "--force", description = "Overwrite the file.")
    boolean force;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Subject subject = Subject.given(options.path);
        Path file = output == null ? subject.folder().resolve("model-trained.onnx") : output;
        OutputFile.requireNew(file, force, "-o");
        OutputFile.requireWritable(file, "-o");
        Proposed proposed = Proposed.of(subject);
        Experiment experiment = proposed.experiment();
        Budget budget = options.budgetOf(subject.draft());
        TorchSettings settings = options.torchSettings();
        Screen screen = Screen.of(options);
        try (Interruption interruption = new Interruption(screen::interrupted);
                Lab lab = new TorchLab(proposed.data(), proposed.networks(), settings)) {
            Network network = lab.network(experiment);
            RunRequest request = untrained ? RunRequest.full(budget.withSteps(0)) : RunRequest.full(budget);
            Run run = lab.run(experiment, request, new Progress(screen, interruption));
            if (run.outcome() instanceof Outcome.Failed failed) {
                throw new UnusableInputException(
                        experiment.name(),
                        "a network that trains",
                        failed.text(),
                        "Run `plumbline run` to find the cause, or export it --untrained.");
            }
            Map<String, Tensor> values = run.parameters();
            new OnnxWriter().write(network, values, file);
            Normalization normalization = experiment.data().normalization();
            if (normalization != Normalization.NONE) {
                out.println(
                        "It takes inputs as training saw them, after `normalization: " + normalization.label() + "`.");
            }
            out.println(
                    "Wrote " + file + (untrained ? " with its first weights." : " after " + run.steps() + " steps."));
        }
        return 0;
    }
}
