package dev.plumbline.tune.sampler.gp;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A space as a cube. */
final class SpaceCube implements Cube {
    private static final int FINEST = 64; // a discrete axis of more values is searched as a continuous one

    private final Space space;
    private final List<Axis> axes;
    private final boolean conditional;
    private final Presence presence;

    /** @param history where a trial lacks a parameter without a condition, that may be absent as well */
    SpaceCube(Space space, History history) {
        this.space = space;
        this.axes = space.parameters().stream()
                .map(parameter -> axis(parameter, history))
                .toList();
        this.conditional = space.parameters().stream().anyMatch(parameter -> parameter.condition() != null);
        List<double[]> tried = history.finished().stream()
                .flatMap(trial -> point(trial.parameters()).stream())
                .toList();
        this.presence = Presence.of(space, axes, tried);
    }

    boolean isLike(SpaceCube other) {
        return space.equals(other.space)
                && axes.stream()
                        .map(Axis::conditional)
                        .toList()
                        .equals(other.axes.stream().map(Axis::conditional).toList());
    }

    private static Axis axis(Parameter parameter, History history) {
        boolean conditional = parameter.condition() != null
                || history.finished().stream()
                        .anyMatch(trial -> !trial.parameters().containsKey(parameter.name()));
        Domain domain = parameter.domain();
        boolean categorical = domain instanceof CategoricalDomain;
        double[] grid = {};
        if (categorical || domain.cardinality() <= FINEST) {
            int places = (int) Math.max(domain.cardinality(), 16 * FINEST);
            grid = IntStream.range(0, places)
                    .mapToDouble(k -> domain.toUnit(domain.fromUnit((k + 0.5) / places)))
                    .distinct()
                    .toArray();
        }
        return new Axis(categorical, grid, conditional);
    }

    @Override
    public List<Axis> axes() {
        return axes;
    }

    @Override
    public double[] masked(double[] point) {
        if (!conditional) {
            return presence.masked(point);
        }
        double[] masked = new double[point.length];
        Map<String, Object> chosen = new HashMap<>();
        for (int a = 0; a < point.length; a++) {
            Parameter parameter = space.parameters().get(a);
            boolean there = parameter.isActive(chosen);
            masked[a] = there ? point[a] : Double.NaN;
            if (there) {
                chosen.put(parameter.name(), parameter.domain().fromUnit(point[a]));
            }
        }
        return presence.masked(masked);
    }

    /** The configuration at a point. */
    Map<String, Object> configuration(double[] point) {
        Map<String, Double> places = new HashMap<>();
        for (int a = 0; a < point.length; a++) {
            places.put(space.parameters().get(a).name(), point[a]);
        }
        return space.configuration(
                parameter -> parameter.domain().fromUnit(places.getOrDefault(parameter.name(), 0.5)));
    }

    /**
     * A configuration's point, NaN where a parameter is absent; nothing where it has a value of another domain, or none
     * at all.
     */
    Optional<double[]> point(Map<String, Object> configuration) {
        double[] point = new double[axes.size()];
        boolean any = false;
        for (int a = 0; a < point.length; a++) {
            Parameter parameter = space.parameters().get(a);
            Object value = configuration.get(parameter.name());
            if (value != null && !parameter.domain().contains(value)) {
                return Optional.empty();
            }
            any |= value != null;
            point[a] = value != null ? parameter.domain().toUnit(value) : Double.NaN;
        }
        return any ? Optional.of(point) : Optional.empty();
    }
}
