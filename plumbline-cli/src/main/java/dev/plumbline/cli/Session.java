package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.CachedData;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.experiment.Budget;
import dev.plumbline.finding.Stage;
import dev.plumbline.formats.FileData;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.Walk;
import dev.plumbline.guide.Workbench;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.RememberingLab;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.report.HtmlReport;
import dev.plumbline.report.JsonReport;
import dev.plumbline.report.JunitReport;
import dev.plumbline.report.SarifReport;
import dev.plumbline.report.SubjectFile;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One command's walk through the tree, from the person's words to the reports. */
final class Session {
    private final WalkOptions options;

    Session(WalkOptions options) {
        this.options = options;
    }

    /** Walks the stages and writes the reports. @return the command's status */
    int walk(Set<Stage> stages) {
        Subject subject = Subject.given(options.path);
        Path folder = reportFolder(subject);
        Budget budget = options.budgetOf(subject.draft());
        TorchSettings settings = options.torchSettings();
        CachedData data = new CachedData(new FileData());
        Screen screen = Screen.of(options);
        try (Interruption interruption = new Interruption(screen::interrupted);
                Lab lab = remembering(
                        new TorchLab(data, NetworkFactory.standard().reading(new ModelFiles()), settings), folder)) {
            Progress progress = new Progress(screen, interruption);
            Workbench bench = new Workbench(
                    lab,
                    data,
                    options.noSearch ? List.of() : Causes.standard(),
                    Interventions.standard(),
                    Deadline.in(budget.time()),
                    progress,
                    options.workers());
            Diagnosis diagnosis = new Walk(bench, progress).run(Knowledge.of(subject.draft()), stages);
            String path = String.valueOf(options.path);
            write(diagnosis, path, subject, folder);
            screen.verdict(diagnosis, folder);
            return diagnosis.errors().isEmpty() ? 0 : 1;
        }
    }

    /** So that a walk that was killed goes on where it was. */
    private Lab remembering(Lab lab, Path folder) {
        return options.noCache ? lab : new RememberingLab(lab, folder.resolve(".plumbline"));
    }

    /** The folder for reports, made where it is missing. */
    Path reportFolder(Subject subject) {
        Path folder = options.out == null ? subject.folder() : options.out;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw UnusableInputException.because(
                    folder + ": reports cannot be written there. Name another folder with --out.", e);
        }
        if (!Files.isWritable(folder)) {
            throw new UnusableInputException(
                    folder.toString(),
                    "a folder for reports",
                    "one that cannot be written",
                    "Name another with --out.");
        }
        return folder;
    }

    private static void write(Diagnosis diagnosis, String path, Subject subject, Path folder) {
        try {
            SubjectFile file = SubjectFile.of(subject.file(), Path.of(""));
            HtmlReport.write(diagnosis, path, folder.resolve("report.html"));
            JsonReport.write(diagnosis, folder.resolve("report.json"));
            SarifReport.write(diagnosis, file, folder.resolve("report.sarif"));
            JunitReport.write(diagnosis, folder.resolve("junit.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the report could not be written: " + e.getMessage(), e);
        }
    }
}
