package dev.plumbline.cli;

import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.Step;
import dev.plumbline.guide.Visit;
import java.io.PrintStream;
import java.nio.file.Path;

/** What a person sees. */
final class Screen {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;

    private Screen(PrintStream out, PrintStream err, boolean live) {
        this.out = out;
        this.err = err;
        this.live = live;
    }

    static Screen of(WalkOptions options) {
        return new Screen(System.out, System.err, System.console() != null);
    }

    void entering(Step step) {
        out.println(step.stage().title() + " - " + step.why());
    }

    void left(Visit visit, Knowledge known) {
        clear();
        out.println("  " + visit.status() + ": " + visit.summary() + " ("
                + visit.time().toMillis() + " ms)");
    }

    void progress(long step, long totalSteps, double loss, double seconds) {
        if (live) {
            err.printf("\r  step %d of %d, loss %.4g\u001b[K", step, totalSteps, loss);
        }
    }

    void clear() {
        if (live) {
            err.print("\r\u001b[K");
        }
    }

    void interrupted() {
        clear();
        err.println("plumbline: ending; the report of what is known so far is being written.");
    }

    void verdict(Diagnosis diagnosis, String path, Path folder) {
        out.println();
        out.println(diagnosis.headline());
        diagnosis
                .knowledge()
                .findings()
                .forEach(f -> out.println("  " + f.severity() + " " + f.status() + " "
                        + f.rule().id() + " [" + f.subject() + "] " + f.seen() + " | " + f.confirmedBy()));
        diagnosis
                .knowledge()
                .tested()
                .forEach(t -> out.println("  tested " + t.intervention().name() + " on " + t.on() + ": " + t.verdict()
                        + " " + t.before().mean() + " -> " + t.after().mean()));
        diagnosis
                .knowledge()
                .nextSteps()
                .forEach(s -> out.println(
                        "  next: " + s.title() + " " + s.intervention().orElse("")));
        out.println("Report: " + folder.resolve("report.html"));
    }

    void decomposition(
            dev.plumbline.evaluate.Decomposition decomposition, java.util.List<dev.plumbline.improve.NextStep> steps) {
        decomposition.terms().forEach(t -> out.println(t.kind() + " " + t.size().value()));
        out.println(decomposition.reason());
        steps.forEach(s -> out.println("  next: " + s.title()));
    }
}
