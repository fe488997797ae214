package dev.plumbline.tune.sampler;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a person with a notebook does: a round of random trials, a look at the best few, a narrower range around them,
 * and again. Where the best of all lies at the edge of the present range, that parameter's range is moved towards it
 * and not narrowed, since better values are likely beyond; at the edge of the whole domain see
 * {@link dev.plumbline.tune.space.Edge}, which proposes a wider one.
 *
 * <p>The person may set the next range of a parameter by hand ({@link #setRange}).
 */
public final class CoarseToFineSampler implements Sampler {
    /** A range never shrinks to less than this part in one round. */
    private static final double LEAST_SHRINKING = 0.3;

    private static final double EDGE = 0.1;

    private final int roundSize;
    private final int best;
    private final Map<String, Domain> byHand = new ConcurrentHashMap<>();

    /** Rounds of 20 trials, of which the 5 best say where to look next. */
    public CoarseToFineSampler() {
        this(20, 5);
    }

    /**
     * @param roundSize how many finished trials make a round
     * @param best how many of the best trials so far the next ranges enclose, at most the round's size
     */
    public CoarseToFineSampler(int roundSize, int best) {
        if (best < 1 || best > roundSize) {
            throw new IllegalArgumentException(
                    "`1 <= best <= roundSize` must hold, but got best=" + best + ", roundSize=" + roundSize);
        }
        this.roundSize = roundSize;
        this.best = best;
    }

    /**
     * From now on the parameter is drawn from these values, which must be of its domain, until {@link #releaseRange}.
     */
    public void setRange(String parameter, Domain range) {
        byHand.put(parameter, range);
    }

    /** From now on the parameter's range is what the rounds have made it. */
    public void releaseRange(String parameter) {
        byHand.remove(parameter);
    }

    /** The round that the study is in, from 0. */
    public int round(History history) {
        return history.finished().size() / roundSize;
    }

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        Map<String, Domain> domains = new HashMap<>();
        ranges(history, space).parameters().forEach(parameter -> domains.put(parameter.name(), parameter.domain()));
        return space.configuration(parameter -> {
            Object value =
                    domains.getOrDefault(parameter.name(), parameter.domain()).fromUnit(random.nextDouble());
            if (!parameter.domain().contains(value)) {
                throw new IllegalArgumentException("the range set for `" + parameter.name() + "` holds " + value
                        + ", but the domain is " + parameter.domain() + "; set a range within the domain");
            }
            return parameter.domain().canonical(value);
        });
    }

    /** The parameters with the ranges from which they are drawn now. */
    public Space ranges(History history, Space space) {
        List<Parameter> narrowed = new ArrayList<>();
        for (Parameter parameter : space.parameters()) {
            Domain domain = byHand.get(parameter.name());
            narrowed.add(new Parameter(parameter.name(), domain == null ? narrowed(parameter, history) : domain, null));
        }
        return Space.of(narrowed);
    }

    private Domain narrowed(Parameter parameter, History history) {
        UnitRange range = UnitRange.ALL;
        Domain domain = parameter.domain();
        for (int round = 1; round <= round(history); round++) {
            List<TrialRecord> top = top(history, parameter, round * roundSize);
            if (top.isEmpty()) {
                continue;
            }
            if (domain instanceof CategoricalDomain) {
                domain = ofTop(top, parameter);
            } else {
                range = narrowed(range, top, parameter);
            }
        }
        return range.of(domain);
    }

    private static Domain ofTop(List<TrialRecord> top, Parameter parameter) {
        return CategoricalDomain.of(top.stream()
                .map(trial -> trial.parameters().get(parameter.name()))
                .distinct()
                .toList());
    }

    private static UnitRange narrowed(UnitRange range, List<TrialRecord> top, Parameter parameter) {
        double[] units = top.stream()
                .map(trial -> Objects.requireNonNull(trial.parameters().get(parameter.name())))
                .mapToDouble(parameter.domain()::toUnit)
                .toArray();
        double place = (units[0] - range.low()) / range.width();
        if (place < EDGE || place > 1 - EDGE) {
            return UnitRange.around(units[0], range.width());
        }
        double low = units[0];
        double high = units[0];
        for (double unit : units) {
            low = Math.min(low, unit);
            high = Math.max(high, unit);
        }
        double least = LEAST_SHRINKING * range.width();
        double width = Math.min(range.width(), Math.max(least, high - low));
        return UnitRange.around((low + high) / 2, width);
    }

    /** The best trials among the first ones that have a value of this parameter, best first. */
    private List<TrialRecord> top(History history, Parameter parameter, int first) {
        Direction direction = history.direction();
        return history.finished().subList(0, first).stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE && trial.isFeasible())
                .filter(trial -> {
                    Object value = trial.parameters().get(parameter.name());
                    return value != null && parameter.domain().contains(value);
                })
                .sorted(Comparator.comparingDouble(
                        trial -> direction.loss(trial.values().get(0))))
                .limit(best)
                .toList();
    }
}
