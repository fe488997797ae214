package dev.plumbline.tune.space;

import java.util.List;

/**
 * Choices in an order, such as {@code [16, 32, 64, 128]} or small, medium, large: neighbours are alike.
 *
 * @param choices strings, booleans, numbers or enum constants, which are kept by their names; each once
 */
public record OrdinalDomain(List<Object> choices) implements ChoiceDomain {
    public OrdinalDomain {
        choices = Choices.of(choices);
    }

    public static OrdinalDomain of(Object... choices) {
        return of(List.of(choices));
    }

    public static OrdinalDomain of(List<?> choices) {
        return new OrdinalDomain(List.copyOf(choices));
    }
}
