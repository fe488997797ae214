package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import java.util.Arrays;
import java.util.List;

/** One parameter's value in each trial, as a place in [0, 1]; NaN where there is none that the domain holds. */
final class Column {
    private final String name;
    private final Domain domain;
    private double[] units = new double[16];
    private int count;
    private long pattern;

    Column(Parameter parameter) {
        this.name = parameter.name();
        this.domain = parameter.domain();
    }

    boolean isOf(Parameter parameter) {
        return domain.equals(parameter.domain());
    }

    void fill(List<TrialRecord> trials) {
        if (units.length < trials.size()) {
            units = Arrays.copyOf(units, Math.max(trials.size(), 2 * units.length));
        }
        for (; count < trials.size(); count++) {
            units[count] = unit(trials.get(count));
            pattern = 0x9E3779B97F4A7C15L * pattern + (Double.isNaN(units[count]) ? 1 : 2);
        }
    }

    /** The place of a trial's value. */
    double unit(TrialRecord trial) {
        Object value = trial.parameters().get(name);
        return value != null && domain.contains(value) ? domain.toUnit(value) : Double.NaN;
    }

    double at(int trial) {
        return units[trial];
    }

    /** The same for parameters that are present in the same trials, and else almost surely different. */
    long pattern() {
        return pattern;
    }
}
