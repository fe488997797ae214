package dev.plumbline.guide;

import dev.plumbline.finding.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Walks the tree: asks the {@link Guide}, carries the stage out, and again, until the guide has nothing more to ask or
 * the person ends it. What was found up to then is kept.
 */
public final class Walk {
    private final Guide guide = new Guide();
    private final Workbench bench;
    private final Listener listener;
    private final Map<Stage, StageWork> works = new EnumMap<>(Stage.class);

    /** Sees the walk go on. */
    public interface Listener {
        /** Before a stage. */
        default void entering(Step step) {}

        /** After a stage. */
        default void left(Visit visit, Knowledge known) {}

        /** Asked between stages. */
        default boolean stop() {
            return false;
        }
    }

    public Walk(Workbench bench, Listener listener) {
        this.bench = bench;
        this.listener = listener;
        for (StageWork work : List.of(
                new StartStage(),
                new CheckStage(),
                new OverfitStage(),
                new CompareStage(),
                new EvaluateStage(),
                new ImproveStage())) {
            works.put(work.stage(), work);
        }
    }

    /** Walks the whole tree. */
    public Diagnosis run(Knowledge known) {
        return run(known, EnumSet.allOf(Stage.class));
    }

    /**
     * Walks only some of the stages, and what they cannot do without: the data, and for those after training the
     * training.
     *
     * @throws dev.plumbline.UnusableInputException if the input cannot be used
     */
    public Diagnosis run(Knowledge known, Set<Stage> wanted) {
        Instant started = Instant.now();
        Set<Stage> needed = Stages.needed(wanted);
        Knowledge now = known;
        boolean complete = false;
        Set<Stage> left = EnumSet.noneOf(Stage.class);
        while (!listener.stop()) {
            Optional<Step> step = nextAmong(now, needed, left);
            if (step.isEmpty()) {
                complete = true;
                break;
            }
            now = visit(step.get(), now);
            left.add(step.get().stage());
            if (isBlocked(now)) {
                complete = true;
                break;
            }
        }
        return Verdicts.diagnosis(now, complete, started, Duration.between(started, Instant.now()));
    }

    /** The guide's next step, or where that stage is not wanted the first wanted one that has not been visited. */
    private Optional<Step> nextAmong(Knowledge known, Set<Stage> needed, Set<Stage> left) {
        Optional<Step> asked = guide.next(known);
        if (asked.isEmpty()
                || (needed.contains(asked.get().stage())
                        && !left.contains(asked.get().stage()))) {
            return asked;
        }
        return needed.stream()
                .filter(stage -> !left.contains(stage) && works.containsKey(stage))
                .findFirst()
                .map(stage -> new Step(stage, "You asked for it."));
    }

    private Knowledge visit(Step step, Knowledge known) {
        listener.entering(step);
        Instant began = Instant.now();
        StageWork work = Objects.requireNonNull(works.get(step.stage()));
        StageWork.Result result = work.carryOut(known, bench);
        Visit.Status status = bench.observer().stop() ? Visit.Status.UNFINISHED : result.status();
        Visit visit =
                new Visit(step.stage(), status, step.why(), result.summary(), Duration.between(began, Instant.now()));
        Knowledge more = result.known().edit().visit(visit).build();
        listener.left(visit, more);
        return more;
    }

    /** Where the network cannot even make one step, nothing behind it can be carried out. */
    private static boolean isBlocked(Knowledge known) {
        boolean checked = known.path().stream().anyMatch(v -> v.stage() == Stage.CHECK);
        return checked
                && (known.firstStep() == null || known.firstStep().layers().isEmpty());
    }
}
