package dev.plumbline.cli.tune;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import java.util.ArrayList;
import java.util.List;

/**
 * A knob whose best value lies at the end of its range: what is better still may lie beyond.
 *
 * @param value the best one
 * @param upper whether it is the upper end
 */
public record Edge(Knob knob, Object value, boolean upper) {
    /** The share of a continuous range that counts as its end. */
    private static final double NEAR = 0.05;

    static List<Edge> of(Proposed proposed, TrialRecord best) {
        List<Edge> edges = new ArrayList<>();
        for (Knob knob : proposed.knobs()) {
            Domain domain = knob.domain();
            Object value = best.parameters().get(knob.name());
            boolean hasEnds = !(domain instanceof CategoricalDomain) && domain.cardinality() > 2;
            if (value == null || !hasEnds || isNatural(value)) {
                continue;
            }
            double unit = domain.toUnit(value);
            double near = domain.cardinality() == Domain.INFINITE ? NEAR : 1.0 / domain.cardinality();
            if (unit < near || unit > 1 - near) {
                edges.add(new Edge(knob, value, unit > 0.5));
            }
        }
        return edges;
    }

    /** Beyond nothing at all there is nothing. */
    private static boolean isNatural(Object value) {
        return value.equals(0.0) || value.equals(Knob.AS_IS);
    }
}
