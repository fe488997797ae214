package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at one run while it goes on, and tells each finding once, as soon as it shows: a loss that is no longer finite,
 * a gradient that explodes, vanishes or is missing, dead units, parameters that do not move, a loss that does not fall
 * or swings, steps far too large or too small, validation that parts from train. A finding here is a symptom; what
 * confirms it is an experiment.
 *
 * <pre>{@code
 * Observer live = new LiveChecks(finding -> System.out.println(finding.subject() + ": " + finding.seen()));
 * Run run = lab.run(experiment, RunRequest.full(budget), live);
 * }</pre>
 *
 * <p>It is called from the run's own thread, and the listener from the same; one object watches one run. It looks when
 * a snapshot or an epoch's measurements come in, and at the losses ever more rarely, so that its cost stays a small
 * part of the run's.
 */
public final class LiveChecks implements Observer {
    /** Losses are looked at after so many new ones, or a twentieth of those there are. */
    private static final int FEWEST_NEW_LOSSES = 25;

    private final List<Check<Trace>> checks;
    private final Consumer<Finding> listener;
    private final GrowingTrace trace = new GrowingTrace();
    private final Set<String> told = new HashSet<>();
    private int nextLook = FEWEST_NEW_LOSSES;
    private boolean broken;

    /** All checks of {@link LiveRules#standard()}. @param listener is told each finding once */
    public LiveChecks(Consumer<Finding> listener) {
        this(LiveRules.standard(), listener);
    }

    /** Some checks alone. */
    public LiveChecks(List<Check<Trace>> checks, Consumer<Finding> listener) {
        this.checks = List.copyOf(checks);
        this.listener = listener;
    }

    @Override
    public void onLosses(long first, float[] losses) {
        trace.add(losses);
        boolean lost = losses.length > 0 && !Float.isFinite(losses[losses.length - 1]);
        if (lost || trace.steps() >= nextLook) {
            nextLook = trace.steps() + Math.max(FEWEST_NEW_LOSSES, trace.steps() / 20);
            look();
        }
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
        trace.add(snapshot);
        look();
    }

    @Override
    public void onEpoch(Epoch epoch, int totalEpochs) {
        trace.add(epoch);
        look();
    }

    /** After what is not finite nothing else means anything: all that follows from it would be told as a fault too. */
    private void look() {
        Trace soFar = trace.soFar();
        for (Check<Trace> check : checks) {
            if (broken) {
                return;
            }
            check.look(soFar).forEach(this::tell);
        }
    }

    private void tell(Finding finding) {
        broken |= finding.rule().id().equals(LiveRules.NOT_FINITE);
        // a subject may be a list of names, of which another look sees only some
        boolean isNew = false;
        for (String name : finding.subject().split(", ")) {
            isNew |= told.add(finding.rule().id() + " " + name);
        }
        if (isNew) {
            listener.accept(finding);
        }
    }
}
