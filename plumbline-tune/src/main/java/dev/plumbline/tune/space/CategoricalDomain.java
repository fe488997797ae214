package dev.plumbline.tune.space;

import java.util.List;

/**
 * Choices without an order, such as the name of an optimizer.
 *
 * @param choices strings, booleans, numbers or enum constants, which are kept by their names; each once
 */
public record CategoricalDomain(List<Object> choices) implements Domain {
    public CategoricalDomain {
        choices = Choices.of(choices);
    }

    public static CategoricalDomain of(Object... choices) {
        return of(List.of(choices));
    }

    public static CategoricalDomain of(List<?> choices) {
        return new CategoricalDomain(List.copyOf(choices));
    }

    /** Where a choice stands in the list. */
    public int index(Object choice) {
        return Choices.index(choices, choice);
    }

    @Override
    public double toUnit(Object value) {
        return Cells.middle(index(value), choices.size());
    }

    @Override
    public Object fromUnit(double unit) {
        return choices.get((int) Cells.at(unit, choices.size()));
    }

    @Override
    public long cardinality() {
        return choices.size();
    }

    @Override
    public boolean contains(Object value) {
        return Choices.contains(choices, value);
    }

    @Override
    public Object canonical(Object value) {
        return choices.get(index(value));
    }
}
