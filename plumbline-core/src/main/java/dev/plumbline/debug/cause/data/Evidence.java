package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.edit.Edits;
import dev.plumbline.data.edit.LabelMatching;
import dev.plumbline.data.edit.LabelMatching.Renumbering;
import dev.plumbline.data.estimate.Learned;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.DataEdit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What simple models make of the data, worked out once for all causes that ask. Safe for several threads. */
final class Evidence {
    private static final int FEWEST = 30;
    private static final int MOST_IN_ORDER = 1_500;

    private @Nullable Dataset given;
    private List<DataEdit> edits = List.of();
    private @Nullable Dataset edited;
    private @Nullable List<Renumbering> renumberings;
    private @Nullable OptionalInt shift;
    private final Map<SplitName, Optional<Learned>> learned = new EnumMap<>(SplitName.class);

    /** The arrays that the experiment uses, its own changes made. */
    synchronized Dataset data(Setup setup) {
        List<DataEdit> planned = setup.experiment().data().edits();
        Dataset known = edited;
        if (known != null && given == setup.dataset() && edits.equals(planned)) {
            return known;
        }
        Dataset changed = Edits.apply(setup.dataset(), setup.experiment().data());
        given = setup.dataset();
        edits = planned;
        edited = changed;
        renumberings = null;
        shift = null;
        learned.clear();
        return changed;
    }

    /** A simple model of a split; empty where there are fewer than 30 examples. */
    synchronized Optional<Learned> of(Setup setup, SplitName name) {
        Dataset dataset = data(setup);
        Optional<Learned> known = learned.get(name);
        if (known == null) {
            known = dataset.split(name)
                    .filter(split -> split.size() >= FEWEST)
                    .map((Split split) -> Learned.from(dataset, split));
            learned.put(name, known);
        }
        return known;
    }

    /** Splits with other class numbers than train. */
    synchronized List<Renumbering> renumberings(Setup setup) {
        Dataset dataset = data(setup);
        List<Renumbering> known = renumberings;
        if (known == null) {
            known = of(setup, SplitName.TRAIN)
                    .map(train -> LabelMatching.of(dataset, train))
                    .orElse(List.of());
            renumberings = known;
        }
        return known;
    }

    /** By how many rows, 1 up or down, train's targets have to move to fit its inputs; empty where no move helps. */
    synchronized OptionalInt shift(Setup setup) {
        Dataset dataset = data(setup);
        OptionalInt known = shift;
        if (known == null) {
            Split block = dataset.train().first(MOST_IN_ORDER);
            known = IntStream.of(-1, 1)
                    .filter(rows -> Learned.from(dataset, block.withTargets(Edits.shifted(block.targets(), rows)))
                            .leftOut()
                            .isBeyondChance())
                    .findFirst();
            shift = known;
        }
        return known;
    }
}
