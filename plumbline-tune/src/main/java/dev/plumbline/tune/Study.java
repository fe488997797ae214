package dev.plumbline.tune;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.pruner.Pruner;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import dev.plumbline.tune.storage.StudyEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * A search for the best parameters: hands out trials and is told how good they were. Safe for use by several threads.
 *
 * <p>With an objective, which says what it needs as it runs:
 *
 * <pre>{@code
 * Study study = Study.minimize().open();
 * study.optimize(trial -> {
 *     double x = trial.suggestFloat("x", -10, 10);
 *     return (x - 2) * (x - 2);
 * }, Budget.trials(100));
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
    private final Sampler sampler;
    private final Pruner pruner;
    private final long seed;
    private final boolean declared;
    private final Object sampling = new Object();

    Study(Ledger ledger, Sampler sampler, Pruner pruner, long seed, boolean declared) {
        this.ledger = ledger;
        this.sampler = sampler;
        this.pruner = pruner;
        this.seed = seed;
        this.declared = declared;
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
                        + state.name() + "` with " + state.directions());
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
     * The next trial to run: an enqueued one where one waits, else one that the sampler chooses. It counts as running
     * until the study is told how it ended.
     */
    public Trial ask() {
        synchronized (sampling) {
            OpenTrial begun = start();
            SplittableRandom random = new SplittableRandom(seed ^ (begun.number * 0x9E3779B97F4A7C15L));
            Space space = space();
            Map<String, Object> proposals = new LinkedHashMap<>(sampler.suggest(history(), space, random));
            proposals.putAll(begun.asked);
            Map<String, Object> chosen = declared ? choose(begun.number, space, proposals, random) : Map.of();
            return new Trial(new TrialSession(begun.number, this, proposals, chosen, random));
        }
    }

    private Map<String, Object> choose(
            int number, Space space, Map<String, Object> proposals, SplittableRandom random) {
        Map<String, Object> chosen = space.configuration(parameter -> {
            Object proposal = proposals.get(parameter.name());
            return proposal != null && parameter.domain().contains(proposal)
                    ? parameter.domain().canonical(proposal)
                    : suggestAlone(parameter.name(), parameter.domain(), random);
        });
        ledger.write(state -> List.of(new StudyEvent.ParametersChosen(number, chosen)));
        return chosen;
    }

    private OpenTrial start() {
        Instant now = now();
        int[] number = new int[1];
        ledger.write(state -> {
            OpenTrial waiting = state.nextWaiting();
            number[0] = waiting == null ? state.trialCount() : waiting.number;
            return List.of(new StudyEvent.TrialStarted(number[0], now));
        });
        return ledger.read(state -> state.open(number[0]));
    }

    Object suggestAlone(String name, Domain domain, SplittableRandom random) {
        synchronized (sampling) {
            Map<String, Object> values = sampler.suggest(history(), Space.of(name, domain), random);
            return Objects.requireNonNull(values.get(name), name);
        }
    }

    /** Tells how good a trial was: one value for each direction. NaN fails the trial. */
    public void tell(Trial trial, double... values) {
        List<Double> all = DoubleStream.of(values).boxed().toList();
        if (all.stream().anyMatch(value -> Double.isNaN(value))) {
            fail(trial, "the value is NaN: " + Arrays.toString(values));
            return;
        }
        finish(trial, TrialState.COMPLETE, all);
    }

    /** Tells that a trial brought no value. */
    public void fail(Trial trial, String reason) {
        annotate(trial.number(), "failure", reason);
        finish(trial, TrialState.FAILED, List.of());
    }

    private void finish(Trial trial, TrialState state, List<Double> values) {
        Instant now = now();
        ledger.write(study -> {
            study.open(trial.number());
            return List.of(new StudyEvent.TrialFinished(trial.number(), state, values, trial.constraints(), now));
        });
    }

    /** Writes a note on a trial in whatever state. */
    public void annotate(int trial, String key, String text) {
        ledger.write(state -> {
            state.trial(trial);
            return List.of(new StudyEvent.TrialAnnotated(trial, key, text));
        });
    }

    /** Runs trials one after the other, until there are so many more. */
    public void optimize(Objective objective, Budget budget) {
        for (int i = 0; i < budget.count(); i++) {
            Trial trial = ask();
            try {
                tell(trial, objective.evaluate(trial));
            } catch (Exception e) {
                fail(trial, e.toString());
            }
        }
    }

    /** The complete, feasible trial with the best first value; the earliest of equals. */
    public Optional<TrialRecord> best() {
        Direction direction = history().direction();
        TrialRecord best = null;
        for (TrialRecord trial : history().complete()) {
            if (trial.isFeasible()
                    && (best == null
                            || direction.isBetter(
                                    trial.values().get(0), best.values().get(0)))) {
                best = trial;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Every trial as it stands, by number. */
    public List<TrialRecord> trials() {
        return ledger.read(StudyState::trials);
    }

    /** One trial as it stands. */
    public TrialRecord trial(int number) {
        return ledger.read(state -> state.trial(number));
    }

    /** What has been tried so far. */
    public History history() {
        return ledger.read(StudyState::history);
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

    Ledger ledger() {
        return ledger;
    }

    Pruner pruner() {
        return pruner;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
