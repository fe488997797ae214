package dev.plumbline.tune.sampler.nsga;

import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A child of two parents: simulated binary crossover and polynomial mutation on the unit interval (K. Deb, R. Agrawal,
 * 1995; K. Deb, M. Goyal, 1996), an exchange of values where there is no order.
 */
final class Variation {
    private static final double CROSSOVER_INDEX = 10;
    private static final double MUTATION_INDEX = 15;
    private static final double CROSSOVER = 0.9;

    private final Space space;
    private final SplittableRandom random;

    Variation(Space space, SplittableRandom random) {
        this.space = space;
        this.random = random;
    }

    Map<String, Object> child(Member mother, Member father) {
        boolean crosses = random.nextDouble() < CROSSOVER;
        double mutation = 1.0 / space.size();
        Map<String, Object> genes = new LinkedHashMap<>();
        for (Parameter parameter : space.parameters()) {
            Domain domain = parameter.domain();
            Object own = known(mother, parameter);
            Object other = known(father, parameter);
            Object gene = own == null ? other : own;
            if (crosses && own != null && other != null) {
                gene = cross(domain, own, other);
            }
            genes.put(
                    parameter.name(),
                    gene == null
                            ? domain.fromUnit(random.nextDouble())
                            : random.nextDouble() < mutation ? mutated(domain, gene) : gene);
        }
        return space.configuration(parameter ->
                genes.getOrDefault(parameter.name(), parameter.domain().fromUnit(0.5)));
    }

    private static @Nullable Object known(Member member, Parameter parameter) {
        Object value = member.parameters().get(parameter.name());
        return value != null && parameter.domain().contains(value) ? value : null;
    }

    private Object cross(Domain domain, Object own, Object other) {
        if (domain instanceof CategoricalDomain || random.nextBoolean()) {
            return random.nextBoolean() ? own : other;
        }
        double u = random.nextDouble();
        double power = 1 / (CROSSOVER_INDEX + 1);
        double beta = u < 0.5 ? Math.pow(2 * u, power) : Math.pow(1 / (2 * (1 - u)), power);
        double middle = (domain.toUnit(own) + domain.toUnit(other)) / 2;
        double half = (domain.toUnit(own) - domain.toUnit(other)) / 2;
        return domain.fromUnit(inside(middle + beta * half));
    }

    private Object mutated(Domain domain, Object value) {
        if (domain instanceof CategoricalDomain) {
            return domain.fromUnit(random.nextDouble());
        }
        double u = random.nextDouble();
        double power = 1 / (MUTATION_INDEX + 1);
        double step = u < 0.5 ? Math.pow(2 * u, power) - 1 : 1 - Math.pow(2 * (1 - u), power);
        double place = domain.toUnit(value);
        Object moved = domain.fromUnit(inside(place + step));
        return moved.equals(value) && domain.cardinality() != Domain.INFINITE
                ? domain.fromUnit(inside(place + Math.signum(step) / domain.cardinality()))
                : moved;
    }

    private static double inside(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
