package dev.plumbline.tune.space;

import java.util.List;

/**
 * Choices without an order, such as the name of an optimizer.
 *
 * @param choices strings, booleans, numbers or enum constants, which are kept by their names; each once
 */
public record CategoricalDomain(List<Object> choices) implements ChoiceDomain {
    public CategoricalDomain {
        choices = Choices.of(choices);
    }

    public static CategoricalDomain of(Object... choices) {
        return of(List.of(choices));
    }

    public static CategoricalDomain of(List<?> choices) {
        return new CategoricalDomain(List.copyOf(choices));
    }
}
