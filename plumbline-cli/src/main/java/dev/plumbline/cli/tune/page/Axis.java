package dev.plumbline.cli.tune.page;

import dev.plumbline.cli.tune.Knob;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Scale;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.ChoiceDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Where trials lie along one side of a chart.
 *
 * @param place from 0 to 1; NaN for a trial that has no place
 */
record Axis(String name, List<Tick> ticks, ToDoubleFunction<TrialRecord> place) {
    /** A label at a place from 0 to 1. */
    record Tick(double place, String label) {}

    static Axis of(Knob knob) {
        Domain domain = knob.domain();
        return new Axis(knob.name(), ticks(domain), trial -> {
            Object value = trial.parameters().get(knob.name());
            return value == null || !domain.contains(value) ? Double.NaN : domain.toUnit(value);
        });
    }

    private static List<Tick> ticks(Domain domain) {
        List<Tick> ticks = new ArrayList<>();
        if (domain instanceof FloatDomain range && range.log()) {
            int every = Math.max(1, (int) Math.ceil(Math.log10(range.high() / range.low()) / 4));
            int first = (int) Math.ceil(Math.log10(range.low()) - 1e-9);
            for (int e = first; Math.pow(10, e) <= range.high() * (1 + 1e-9); e += every) {
                double value = Math.min(range.high(), Math.max(range.low(), Math.pow(10, e)));
                ticks.add(new Tick(range.toUnit(value), Knob.text(value)));
            }
        } else if (domain instanceof FloatDomain range) {
            Scale scale = new Scale(range.low(), range.high(), 1, false);
            scale.ticks(4).forEach(v -> ticks.add(new Tick(scale.at(v), Numbers.of(v))));
        }
        for (Object choice : ChoiceDomain.of(domain)) {
            ticks.add(new Tick(domain.toUnit(choice), Knob.text(choice)));
        }
        return ticks;
    }

    /** Numbers, with room at both ends. */
    static Axis of(
            String name, double low, double high, DoubleFunction<String> text, ToDoubleFunction<TrialRecord> of) {
        Scale scale = Scale.linear(low, high, 1);
        List<Tick> ticks = scale.ticks(4).stream()
                .map(v -> new Tick(scale.at(v), text.apply(v)))
                .toList();
        return new Axis(name, ticks, trial -> {
            double value = of.applyAsDouble(trial);
            return Double.isFinite(value) ? scale.at(value) : Double.NaN;
        });
    }
}
