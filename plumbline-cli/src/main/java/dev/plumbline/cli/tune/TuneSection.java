package dev.plumbline.cli.tune;

import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Settings;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.ChoiceDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.OrdinalDomain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The experiment file's section {@code tune}: {@code learning-rate: [1e-4, 1e-2]} sets a range, {@code dropout: [0,
 * 0.2]} choices, {@code loss: keep} leaves a setting as it is. What is named is tuned however little it usually
 * matters.
 *
 * @param settings empty where there is no such section
 */
public record TuneSection(Settings settings) {
    /** Of an experiment file; none in a data file. */
    public static TuneSection of(Path file) {
        return new TuneSection(ExperimentFile.section(file, "tune"));
    }

    Proposed applyTo(Proposed all, Sensitivity least) {
        settings.knowsOnly(all.knobs().stream().map(Knob::name).toArray(String[]::new));
        Map<String, String> leftOut = new LinkedHashMap<>(all.down(least).leftOut());
        List<Knob> knobs = new ArrayList<>();
        for (Knob knob : all.knobs()) {
            String name = knob.name();
            if (!settings.has(name)) {
                if (!leftOut.containsKey(name)) {
                    knobs.add(knob);
                }
            } else if ("keep".equals(settings.values().get(name))) {
                leftOut.put(name, "the experiment file keeps it");
            } else {
                leftOut.remove(name);
                knobs.add(knob.within(domain(knob)));
            }
        }
        return new Proposed(knobs, leftOut);
    }

    private Domain domain(Knob knob) {
        String name = knob.name();
        if (knob.domain() instanceof FloatDomain range) {
            List<Double> ends = settings.numbers(name, 0, Double.MAX_VALUE);
            if (ends.size() != 2 || !(ends.get(0) < ends.get(1)) || (range.log() && ends.get(0) <= 0)) {
                throw settings.wrong(
                        name,
                        "a range like [1e-4, 1e-2], or keep",
                        Objects.requireNonNull(settings.values().get(name)));
            }
            double now = (Double) knob.current();
            return new FloatDomain(Math.min(ends.get(0), now), Math.max(ends.get(1), now), range.log(), 0);
        }
        List<Object> choices = new ArrayList<>();
        for (String text : settings.texts(name)) {
            choices.add(ChoiceDomain.of(knob.domain()).stream()
                    .filter(choice -> Knob.text(choice).equals(text))
                    .findFirst()
                    .orElseThrow(() -> settings.wrong(
                            name,
                            "some of "
                                    + ChoiceDomain.of(knob.domain()).stream()
                                            .map(Knob::text)
                                            .toList() + ", or keep",
                            text)));
        }
        if (!choices.contains(knob.current())) {
            choices.add(0, knob.current());
        }
        return knob.domain() instanceof CategoricalDomain ? new CategoricalDomain(choices) : new OrdinalDomain(choices);
    }
}
