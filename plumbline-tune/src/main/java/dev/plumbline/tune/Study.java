package dev.plumbline.tune;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import dev.plumbline.tune.storage.StudyEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A search for the best parameters: hands out trials and is told how good they were. Safe for use by several threads.
 *
 * <p>With an objective, which says what it needs as it runs:
 *
 * <pre>{@code
 * Study study = Study.minimize().open();
 * study.optimize(
 *         trial -> {
 *             double x = trial.suggestFloat("x", -10, 10);
 *             return (x - 2) * (x - 2);
 *         },
 *         Budget.trials(100));
 * System.out.println(study.best().orElseThrow().parameters());
 * }</pre>
 *
 * <p>Or by ask and tell, where the program keeps the loop to itself:
 *
 * <pre>{@code
 * Study study = Study.minimize().space(Space.of("x", FloatDomain.of(-10, 10))).open();
 * for (int i = 0; i < 100; i++) {
 *     Trial trial = study.ask();
 *     double x = trial.getDouble("x");
 *     study.tell(trial, (x - 2) * (x - 2));
 * }
 * }</pre>
 */
public final class Study implements AutoCloseable {
    private final Ledger ledger;
    private final Asking asking;
    private final Ending ending;

    Study(Ledger ledger, Asking asking, Ending ending) {
        this.ledger = ledger;
        this.asking = asking;
        this.ending = ending;
    }

    /** A study whose values are to be small, such as an error. */
    public static StudyBuilder minimize() {
        return directions(Direction.MINIMIZE);
    }

    /** A study whose values are to be large, such as an accuracy. */
    public static StudyBuilder maximize() {
        return directions(Direction.MAXIMIZE);
    }

    /** A study of several objectives. */
    public static StudyBuilder directions(Direction... directions) {
        return new StudyBuilder(List.of(directions));
    }

    Study begin(String name, List<Direction> directions, Space space) {
        ledger.write(state -> {
            List<StudyEvent> events = new ArrayList<>();
            if (state.directions().isEmpty()) {
                events.add(new StudyEvent.StudyCreated(name, directions));
            } else if (!state.directions().equals(directions)) {
                throw new IllegalStateException("a study with " + directions + " is expected, but the storage holds `"
                        + state.name() + "` with " + state.directions() + "; open it with its own directions");
            }
            for (Parameter parameter : space.parameters()) {
                if (!state.space().parameter(parameter.name()).equals(Optional.of(parameter))) {
                    events.add(new StudyEvent.ParameterDeclared(parameter));
                }
            }
            return events;
        });
        return this;
    }

    /**
     * The next trial to run: an enqueued one where one waits, a paused one that is to go on, or one that the sampler
     * chooses. It counts as running until the study is told how it ended.
     *
     * @throws IllegalStateException where the sampler has nothing left, as a grid has when all of it was tried
     */
    public Trial ask() {
        Trial trial = next();
        if (trial == null) {
            throw new IllegalStateException(
                    "a trial is expected, but the sampler has nothing left after " + trialCount() + " trials");
        }
        return trial;
    }

    /** Like {@link #ask}, but null where the sampler has nothing left. */
    @Nullable
    Trial next() {
        TrialSession session = asking.next();
        return session == null ? null : new Trial(session);
    }

    /** A paused trial to be run to its end where no trial has come to one; null where one has, or none is paused. */
    @Nullable
    Trial lastPaused() {
        TrialSession session = history().complete().isEmpty() ? asking.farthest() : null;
        return session == null ? null : new Trial(session);
    }

    /** Tells how good a trial was: one value for each direction. NaN fails the trial. */
    public void tell(Trial trial, double... values) {
        ending.complete(trial.session(), DoubleStream.of(values).boxed().toList());
    }

    /** Tells that a trial brought no value. */
    public void fail(Trial trial, String reason) {
        ending.fail(trial.session(), reason);
    }

    /** Tells that a trial was stopped early; its last report is its value. Paused where the pruner said so. */
    public void prune(Trial trial) {
        ending.prune(trial.session());
    }

    /**
     * Runs trials of an objective until the budget is spent or the sampler has nothing left. An exception fails the
     * trial, and the study goes on.
     *
     * @throws IllegalStateException where the first ten trials fail, and none succeeds
     */
    public void optimize(Objective objective, Budget budget) {
        new Optimization(this, Optimization.single(objective), budget).run();
    }

    /** The same for several objectives. */
    public void optimizeAll(MultiObjective objective, Budget budget) {
        new Optimization(this, objective, budget).run();
    }

    /**
     * Wants this configuration tried next; parameters that it leaves out are up to the sampler.
     *
     * @return the number of the trial that waits
     * @throws IllegalArgumentException where a value is not of the parameter's domain
     */
    public int enqueue(Map<String, ?> parameters) {
        int[] number = new int[1];
        ledger.write(state -> {
            Map<String, Object> asked = new LinkedHashMap<>();
            parameters.forEach((name, value) -> asked.put(name, canonical(state.space(), name, value)));
            number[0] = state.trialCount();
            return List.of(new StudyEvent.TrialEnqueued(number[0], asked));
        });
        return number[0];
    }

    private static Object canonical(Space space, String name, Object value) {
        try {
            return space.parameter(name)
                    .map(parameter -> parameter.domain().canonical(value))
                    .orElseGet(() -> Domain.plain(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("`" + name + "`: " + e.getMessage(), e);
        }
    }

    /** Writes a note on a trial in whatever state; one of the same key is replaced. */
    public void annotate(int trial, String key, String text) {
        ledger.write(state -> {
            state.trial(trial);
            return List.of(new StudyEvent.TrialAnnotated(trial, key, text));
        });
    }

    /** Declares a parameter from now on, or gives one another domain, such as with more choices or a wider range. */
    public void declare(Parameter parameter) {
        ledger.write(state -> List.of(new StudyEvent.ParameterDeclared(parameter)));
    }

    /**
     * The complete, feasible trial with the best value, the earliest of equals; empty where there is none yet.
     *
     * @throws IllegalStateException in a study of several objectives, which has a {@link #paretoFront}
     */
    public Optional<TrialRecord> best() {
        History history = history();
        if (history.directions().size() > 1) {
            throw new IllegalStateException("a study of one objective has a best trial, but this one has "
                    + history.directions().size() + "; see paretoFront()");
        }
        TrialRecord best = null;
        for (TrialRecord trial : history.complete()) {
            boolean better = best == null
                    || history.direction()
                            .isBetter(trial.values().get(0), best.values().get(0));
            best = trial.isFeasible() && better ? trial : best;
        }
        return Optional.ofNullable(best);
    }

    /** The complete, feasible trials that no other is better than in every objective. */
    public List<TrialRecord> paretoFront() {
        return ParetoFront.of(history());
    }

    /** A trial beside the best one: what was changed, and what came of it. Empty where there is no best one yet. */
    public Optional<Comparison> compareWithBest(int trial) {
        return best().map(best -> Comparison.of(trial(trial), best));
    }

    /** Every trial as it stands, by number. */
    public List<TrialRecord> trials() {
        return ledger.read(StudyState::trials);
    }

    /** How many trials there are, in whatever state. */
    public int trialCount() {
        return ledger.read(StudyState::trialCount);
    }

    /**
     * One trial as it stands.
     *
     * @throws IllegalArgumentException where there is no such trial
     */
    public TrialRecord trial(int number) {
        return ledger.read(state -> state.trial(number));
    }

    /** What has been tried so far. */
    public History history() {
        return ledger.read(StudyState::history);
    }

    /** Reads what others have written to the storage since. Asking and telling do so by themselves. */
    public void refresh() {
        ledger.write(state -> List.of());
    }

    /** The parameters that were declared, or that trials have asked for so far. */
    public Space space() {
        return ledger.read(StudyState::space);
    }

    public String name() {
        return ledger.read(StudyState::name);
    }

    /** Lets go of the storage. */
    @Override
    public void close() {
        ledger.close();
    }
}
