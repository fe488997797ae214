package dev.plumbline.cli;

import dev.plumbline.finding.Stage;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.Step;
import dev.plumbline.guide.Visit;
import dev.plumbline.guide.Walk;
import dev.plumbline.lab.Observer;
import java.util.Locale;

/** Carries what the walk and its runs report to the screen, and the person's wish to end back. */
final class Progress implements Observer, Walk.Listener {
    private static final long NANOS_BETWEEN_LINES = 100_000_000;

    private final Screen screen;
    private final Interruption interruption;
    private long lastLine;
    private long runBegan = System.nanoTime();
    private long lastStep;
    private Stage stage = Stage.START;

    Progress(Screen screen, Interruption interruption) {
        this.screen = screen;
        this.interruption = interruption;
    }

    @Override
    public void entering(Step step) {
        stage = step.stage();
        screen.entering(step);
    }

    @Override
    public void left(Visit visit, Knowledge known) {
        screen.left(visit, known);
    }

    @Override
    public void onStep(long step, long totalSteps, double loss) {
        long now = System.nanoTime();
        if (step < lastStep) {
            runBegan = now; // another run has begun
        }
        lastStep = step;
        if (now - lastLine > NANOS_BETWEEN_LINES) {
            lastLine = now;
            double seconds = (now - runBegan) / 1e9;
            screen.progress(
                    String.format(Locale.ROOT, "%s, loss %.3g", stage.title(), loss),
                    "steps",
                    step,
                    totalSteps,
                    seconds);
        }
    }

    @Override
    public void onTrial(String edit, int number, int total) {
        screen.progress(stage.title() + ", trying " + edit, "edits", number - 1L, total, 0);
    }

    @Override
    public boolean stop() {
        return interruption.asked();
    }
}
