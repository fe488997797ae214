package dev.plumbline.tune.space;

import java.util.List;

/** A list of choices; whether their order means something is the one thing in which the two kinds differ. */
public sealed interface ChoiceDomain extends Domain permits CategoricalDomain, OrdinalDomain {
    /** Each once, in the order given. */
    List<Object> choices();

    /** The choices of a domain; none where it has a range. */
    static List<Object> of(Domain domain) {
        return domain instanceof ChoiceDomain choice ? choice.choices() : List.of();
    }

    /** Where a choice stands in the list. */
    default int index(Object choice) {
        return Choices.index(choices(), choice);
    }

    @Override
    default double toUnit(Object value) {
        return Cells.middle(index(value), choices().size());
    }

    @Override
    default Object fromUnit(double unit) {
        return choices().get((int) Cells.at(unit, choices().size()));
    }

    @Override
    default long cardinality() {
        return choices().size();
    }

    @Override
    default boolean contains(Object value) {
        return Choices.contains(choices(), value);
    }

    @Override
    default Object canonical(Object value) {
        return choices().get(index(value));
    }
}
