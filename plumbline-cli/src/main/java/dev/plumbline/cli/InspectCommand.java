package dev.plumbline.cli;

import dev.plumbline.debug.NetworkSummary;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.report.Ink;
import dev.plumbline.report.NetworkReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline inspect}: a network without running it. */
@Command(
        name = "inspect",
        description = "Show a model's layers, shapes, parameters and memory; nothing is run.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    private static final List<String> MODELS =
            List.of(".keras", ".h5", ".hdf5", ".json", ".onnx", ".pt", ".pth", ".pt2", ".safetensors", ".pb");

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A model file (.keras, .h5, .onnx), or an experiment or its folder.")
    @Nullable
    Path path;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with the graph as well.")
    @Nullable
    Path html;

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = WalkOptions.Threads.class,
            description = "The batch that memory is told for; 32 by default.")
    int batch = 32;

    @Override
    public Integer call() throws IOException {
        Path subject = Objects.requireNonNull(path);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        NetworkReport report = isModel(subject) ? ofFile(subject) : ofExperiment(subject);
        boolean terminal = System.console() != null;
        boolean unicode = "UTF-8".equalsIgnoreCase(System.getProperty("native.encoding"));
        Ink ink = new Ink(terminal && System.getenv("NO_COLOR") == null, unicode);
        report.lines(ink, Screen.width()).forEach(out::println);
        if (html != null) {
            OutputFile.requireWritable(html, "--html");
            report.write(html);
            out.println("Page: " + html);
        }
        return 0;
    }

    private static boolean isModel(Path subject) {
        String name = String.valueOf(subject.getFileName()).toLowerCase(Locale.ROOT);
        return MODELS.stream().anyMatch(name::endsWith) || Files.exists(subject.resolve("saved_model.pb"));
    }

    private NetworkReport ofFile(Path subject) {
        ImportedModel model = new ModelFiles().read(subject);
        return new NetworkReport(
                String.valueOf(subject.getFileName()), model.format(), NetworkSummary.of(model.network()), batch);
    }

    private NetworkReport ofExperiment(Path path) {
        Subject subject = Subject.of(path);
        Proposed proposed = Proposed.of(subject);
        ImportedModel imported = proposed.imported();
        return new NetworkReport(
                subject.draft().name(),
                imported == null ? "an experiment" : imported.format(),
                NetworkSummary.of(proposed.network(proposed.experiment())),
                batch);
    }
}
