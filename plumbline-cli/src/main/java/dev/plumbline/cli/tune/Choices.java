package dev.plumbline.cli.tune;

import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.OrdinalDomain;
import java.util.List;

/** The choices of a domain that has some. */
final class Choices {
    private Choices() {}

    static List<Object> of(Domain domain) {
        if (domain instanceof CategoricalDomain categorical) {
            return categorical.choices();
        }
        return domain instanceof OrdinalDomain ordinal ? ordinal.choices() : List.of();
    }
}
