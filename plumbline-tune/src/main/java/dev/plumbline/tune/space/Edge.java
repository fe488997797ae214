package dev.plumbline.tune.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value that lies at an end of its range. Where the best of a study does, the range was too narrow: better values are
 * likely beyond it.
 *
 * @param parameter the parameter's name
 * @param value the value
 * @param upper whether it is the upper end
 * @param wider a range that reaches further on that side; the domain itself where it cannot be widened, as choices
 *     cannot
 */
public record Edge(String parameter, Object value, boolean upper, Domain wider) {
    /** A value counts as lying at an end within this part of the range (on the log scale where it has one). */
    public static final double MARGIN = 0.05;

    private static final int FURTHER = 3;

    /** The parameters of a configuration that lie at an end of a range; categorical ones have none. */
    public static List<Edge> of(Map<String, Object> configuration, Space space) {
        List<Edge> edges = new ArrayList<>();
        for (Parameter parameter : space.parameters()) {
            Object value = configuration.get(parameter.name());
            Domain domain = parameter.domain();
            boolean ordered = !(domain instanceof CategoricalDomain) && domain.cardinality() > 2;
            if (value == null || !ordered || !domain.contains(value)) {
                continue;
            }
            double unit = domain.toUnit(value);
            double cell = domain.cardinality() == Domain.INFINITE ? 0 : 0.5 / domain.cardinality();
            double margin = Math.max(MARGIN, cell * 1.01);
            if (unit <= margin || unit >= 1 - margin) {
                boolean upper = unit > 0.5;
                edges.add(new Edge(parameter.name(), value, upper, widened(domain, upper)));
            }
        }
        return edges;
    }

    private static Domain widened(Domain domain, boolean upper) {
        if (domain instanceof FloatDomain real) {
            return widened(real, upper);
        }
        if (domain instanceof IntDomain whole) {
            return widened(whole, upper);
        }
        return domain;
    }

    private static FloatDomain widened(FloatDomain domain, boolean upper) {
        if (domain.log()) {
            double factor = Math.max(2, Math.pow(domain.high() / domain.low(), 1.0 / FURTHER));
            return upper
                    ? new FloatDomain(domain.low(), domain.high() * factor, true, 0)
                    : new FloatDomain(domain.low() / factor, domain.high(), true, 0);
        }
        double more = (domain.high() - domain.low()) / FURTHER;
        if (domain.step() > 0) {
            more = Math.max(1, Math.round(more / domain.step())) * domain.step();
        }
        double low = domain.low() >= 0 ? Math.max(0, domain.low() - more) : domain.low() - more;
        return upper
                ? new FloatDomain(domain.low(), domain.high() + more, false, domain.step())
                : new FloatDomain(low, domain.high(), false, domain.step());
    }

    private static IntDomain widened(IntDomain domain, boolean upper) {
        if (domain.log()) {
            return upper
                    ? new IntDomain(domain.low(), 2 * domain.high(), true, 1)
                    : new IntDomain(Math.max(1, domain.low() / 2), domain.high(), true, 1);
        }
        long steps = Math.max(1, (domain.cardinality() - 1) / FURTHER) * domain.step();
        long low = domain.low() - steps;
        if (domain.low() >= 0 && low < 0) {
            low = domain.low() % domain.step();
        }
        return upper
                ? new IntDomain(domain.low(), domain.high() + steps, false, domain.step())
                : new IntDomain(low, domain.high(), false, domain.step());
    }
}
