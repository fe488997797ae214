package dev.plumbline.cli;

import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.finding.Stage;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.Step;
import dev.plumbline.guide.Visit;
import dev.plumbline.improve.NextStep;
import dev.plumbline.report.Ink;
import dev.plumbline.report.ProgressBar;
import dev.plumbline.report.TextReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees: colour and progress on a terminal, plain lines elsewhere. Results go to standard output, progress
 * and faults to standard error.
 */
final class Screen {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 120;
    private static final int USUAL = 100;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;
    private final Ink ink;
    private final TextReport text;
    private final ProgressBar bar;

    private Screen(PrintStream out, PrintStream err, boolean live, Ink ink, TextReport text, ProgressBar bar) {
        this.ink = ink;
        this.out = out;
        this.err = err;
        this.live = live;
        this.text = text;
        this.bar = bar;
    }

    /** For this process, as its environment says. */
    static Screen of(WalkOptions options) {
        boolean terminal = System.console() != null;
        boolean colour = terminal && !options.noColor && !present(System.getenv("NO_COLOR"));
        boolean unicode = "UTF-8".equalsIgnoreCase(System.getProperty("native.encoding"));
        Ink ink = new Ink(colour, unicode);
        int width = width();
        String path = options.path == null ? "" : options.path.toString();
        return new Screen(
                System.out,
                System.err,
                terminal,
                ink,
                new TextReport(ink, width, path),
                new ProgressBar(ink, width - 1));
    }

    private static boolean present(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    static int width() {
        String columns = System.getenv("COLUMNS");
        try {
            return columns == null ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns.strip())));
        } catch (NumberFormatException e) {
            return USUAL; // the environment's word for it is no number: then it says nothing
        }
    }

    void entering(Step step) {
        print(text.stage(step.stage(), step.why()));
    }

    /** The stage's outcome, and what of it is worth seeing while the next one runs; the rest waits for the verdict. */
    void left(Visit visit, Knowledge known) {
        clear();
        print(text.outcome(visit));
        if (visit.stage() == Stage.START && known.proposal() != null) {
            print(text.decisions(known.proposal().decisions()));
        }
        if (visit.stage() == Stage.CHECK && known.firstStep() != null) {
            print(text.layers(known.firstStep().layers()));
            out.println(text.memory(known.firstStep().memory()));
        }
        if (visit.stage() == Stage.OVERFIT && known.overfit() != null) {
            out.println(text.overfit(known.overfit()));
        }
    }

    /** Shows how far a run is; silent where nobody watches. */
    synchronized void progress(String what, String counted, long done, long total, double seconds) {
        if (live) {
            Duration elapsed = Duration.ofMillis((long) (1000 * seconds));
            err.print("\r" + bar.line(what, counted, done, total, elapsed) + "\u001b[K");
        }
    }

    private void clear() {
        if (live) {
            err.print("\r\u001b[K");
        }
    }

    void interrupted() {
        clear();
        err.println("plumbline: ending; the report of what is known so far is being written.");
    }

    void verdict(Diagnosis diagnosis, Path folder) {
        out.println();
        print(text.lines(diagnosis));
        out.println();
        out.println("Report: " + folder.resolve("report.html"));
    }

    void decomposition(Decomposition decomposition, List<NextStep> steps) {
        print(text.decomposition(decomposition));
        if (!steps.isEmpty()) {
            out.println();
            print(text.nextSteps(steps));
        }
    }

    /** Colour and characters that this terminal shows. */
    Ink ink() {
        return ink;
    }

    void print(List<String> lines) {
        clear();
        lines.forEach(out::println);
    }
}
