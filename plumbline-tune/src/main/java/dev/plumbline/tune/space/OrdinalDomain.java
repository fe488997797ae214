package dev.plumbline.tune.space;

import java.util.List;

/**
 * Choices in an order, such as {@code [16, 32, 64, 128]} or small, medium, large: neighbours are alike.
 *
 * @param choices strings, booleans, numbers or enum constants, which are kept by their names; each once
 */
public record OrdinalDomain(List<Object> choices) implements Domain {
    public OrdinalDomain {
        choices = Choices.of(choices);
    }

    public static OrdinalDomain of(Object... choices) {
        return of(List.of(choices));
    }

    public static OrdinalDomain of(List<?> choices) {
        return new OrdinalDomain(List.copyOf(choices));
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
