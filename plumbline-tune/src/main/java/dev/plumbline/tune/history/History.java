package dev.plumbline.tune.history;

import java.util.List;

/**
 * What a study has tried so far, at one moment. Immutable.
 *
 * <p>{@code finished} only ever grows at its end: a later history of the same study begins with the same records. A
 * sampler may hence keep what it has worked out for the first n of them and look at the rest only.
 *
 * @param directions one for each objective
 * @param finished complete, pruned and failed trials in the order in which they finished
 * @param running trials that are under way, with the parameters chosen so far
 */
public record History(List<Direction> directions, List<TrialRecord> finished, List<TrialRecord> running) {
    /** What a study with one objective to be minimized has tried. */
    public static History minimizing(List<TrialRecord> finished) {
        return new History(List.of(Direction.MINIMIZE), finished, List.of());
    }

    /** The direction of the first objective. */
    public Direction direction() {
        return directions.get(0);
    }

    /** The finished trials that are complete. */
    public List<TrialRecord> complete() {
        return finished.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE)
                .toList();
    }
}
