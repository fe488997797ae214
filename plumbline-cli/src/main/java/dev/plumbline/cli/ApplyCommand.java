package dev.plumbline.cli;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.InterventionKind;
import dev.plumbline.intervention.Interventions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline apply}: writes the experiment that interventions make of another. */
@Command(
        name = "apply",
        description = "Write the experiment with one or several edits, as the report's next steps name them.",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PATH", description = "The experiment to edit; it is left as it is.")
    @Nullable
    Path path;

    @Parameters(
            index = "1..*",
            paramLabel = "EDIT",
            description = "What to change: learning-rate=0.001, dropout=0.5, ... ; without any, all kinds are listed.")
    List<String> edits = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; by default a new experiment-EDIT.yaml beside the experiment.")
    @Nullable
    Path output;

    @Option(names = "--force", description = "Overwrite the file.")
    boolean force;

    @Override
    public Integer call() throws IOException {
        Interventions interventions = Interventions.standard();
        PrintWriter out = spec().commandLine().getOut();
        if (path == null || edits.isEmpty()) {
            out.println("Edits:");
            for (InterventionKind kind : interventions.kinds()) {
                out.printf(
                        "  %-32s %s%n",
                        kind.usage(), kind.parse(exampleValue(kind)).title());
            }
            return 0;
        }
        Subject subject = Subject.of(path);
        Proposed proposed = Proposed.of(subject);
        Experiment experiment = proposed.experiment();
        for (String edit : edits) {
            Intervention intervention = interventions.parse(edit);
            Experiment edited = intervention.apply(experiment);
            if (edited.equals(experiment)) {
                out.println("`" + edit + "` changes nothing: it is so already.");
            }
            experiment = edited;
        }
        // what cannot be built is not written
        proposed.network(experiment);
        Path file = output == null
                ? subject.folder()
                        .resolve("experiment-" + String.join("-", edits).replaceAll("[^A-Za-z0-9.]+", "-") + ".yaml")
                : output;
        OutputFile.requireNew(file, force, "-o");
        OutputFile.requireWritable(file, "-o");
        ExperimentFile.save(experiment, file);
        out.println("Wrote " + file + ". Run it with: plumbline run " + file);
        return 0;
    }

    private static String exampleValue(InterventionKind kind) {
        int equals = kind.usage().indexOf('=');
        return equals < 0 ? "" : kind.usage().substring(equals + 1);
    }

    private CommandSpec spec() {
        return java.util.Objects.requireNonNull(spec);
    }
}
