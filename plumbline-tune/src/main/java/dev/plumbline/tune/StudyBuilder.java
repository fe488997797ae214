package dev.plumbline.tune;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.pruner.Pruner;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.sampler.WithoutRepeats;
import dev.plumbline.tune.sampler.auto.AutoSampler;
import dev.plumbline.tune.space.Space;
import dev.plumbline.tune.storage.StudyStorage;
import java.util.List;
import java.util.function.Consumer;

/** The settings of a study before it opens. Each has a default. */
public final class StudyBuilder {
    private final List<Direction> directions;
    private String name = "study";
    private Space space = Space.empty();
    private Sampler sampler = new AutoSampler();
    private Pruner pruner = Pruner.none();
    private StudyStorage storage = StudyStorage.inMemory();
    private Consumer<TrialRecord> listener = trial -> {};
    private long seed;
    private boolean repeats;

    StudyBuilder(List<Direction> directions) {
        if (directions.isEmpty()) {
            throw new IllegalArgumentException("at least one direction is expected, but got none");
        }
        this.directions = List.copyOf(directions);
    }

    /** What the study is called; default: study. */
    public StudyBuilder name(String value) {
        name = value;
        return this;
    }

    /** The parameters, where they are known beforehand; default: whatever the objective asks for. */
    public StudyBuilder space(Space value) {
        space = value;
        return this;
    }

    /** How configurations are chosen; default: {@link AutoSampler}. A sampler belongs to one study. */
    public StudyBuilder sampler(Sampler value) {
        sampler = value;
        return this;
    }

    /** Which trials are stopped early; default: none. */
    public StudyBuilder pruner(Pruner value) {
        pruner = value;
        return this;
    }

    /** Where the study is kept; default: in memory. */
    public StudyBuilder storage(StudyStorage value) {
        storage = value;
        return this;
    }

    /** Where the random numbers begin; default 0. The same seed gives the same study where one thread works on it. */
    public StudyBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** Lets a small discrete space be sampled with repeats, for an objective that is noisy; default: each once. */
    public StudyBuilder allowRepeats() {
        repeats = true;
        return this;
    }

    /** Who hears of each trial that has finished; called by the thread that finished it. */
    public StudyBuilder listener(Consumer<TrialRecord> value) {
        listener = value;
        return this;
    }

    /**
     * The study; where the storage holds one already, that one continued.
     *
     * @throws IllegalStateException where the storage holds a study of other directions
     */
    public Study open() {
        Ledger ledger = new Ledger(storage);
        Sampler chosen = repeats ? sampler : new WithoutRepeats(sampler);
        Asking asking = new Asking(ledger, chosen, pruner, seed, !space.isEmpty());
        return new Study(ledger, asking, new Ending(ledger, listener)).begin(name, directions, space);
    }
}
