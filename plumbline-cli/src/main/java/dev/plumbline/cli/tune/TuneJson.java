package dev.plumbline.cli.tune;

import dev.plumbline.evaluate.Interval;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.importance.Importances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result as a tree for {@code tune.json}. */
public record TuneJson(TuneResult result) {
    /** The tree. */
    public Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("experiment", result.experiment().name());
        json.put("metric", result.experiment().goal().metric().label());
        json.put("headline", TuneWords.headline(result));
        json.put("complete", result.complete());
        json.put("space", result.proposed().knobs().stream().map(this::knob).toList());
        json.put("leftOut", result.proposed().leftOut());
        TrialRecord best = result.best();
        json.put("best", best == null ? null : best(best));
        json.put("belief", belief());
        json.put("edges", result.edges().stream().map(TuneWords::edge).toList());
        json.put("trials", result.trials().stream().map(this::trial).toList());
        json.put("seconds", result.time().toMillis() / 1000.0);
        return json;
    }

    private Map<String, @Nullable Object> knob(Knob knob) {
        Importances ped = result.importances();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", knob.name());
        json.put("sensitivity", knob.sensitivity().label());
        json.put("values", TuneWords.values(knob));
        json.put("current", knob.current());
        json.put("importance", ped.share(knob.name()));
        return json;
    }

    private Map<String, @Nullable Object> best(TrialRecord best) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("trial", best.number());
        json.put("value", best.values().get(0));
        json.put("edits", result.edits());
        return json;
    }

    private Map<String, @Nullable Object> belief() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Interval gain = result.belief().gain();
        json.put("beyondNoise", result.belief().isBeyondNoise());
        json.put("gain", number(gain.value()));
        json.put("low", number(gain.low()));
        json.put("high", number(gain.high()));
        List<Object> repeats = new ArrayList<>();
        for (Repeat repeat : result.belief().repeats()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("seed", repeat.seed());
            one.put("before", number(repeat.before()));
            one.put("after", number(repeat.after()));
            one.put("testBefore", repeat.testBefore());
            one.put("testAfter", repeat.testAfter());
            repeats.add(one);
        }
        json.put("repeats", repeats);
        return json;
    }

    private Map<String, @Nullable Object> trial(TrialRecord trial) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", trial.number());
        json.put("state", trial.state().name().toLowerCase(Locale.ROOT));
        json.put(
                "value", trial.values().isEmpty() ? null : number(trial.values().get(0)));
        json.put("parameters", trial.parameters());
        json.put("notes", trial.notes());
        json.put("start", String.valueOf(trial.start()));
        json.put("end", String.valueOf(trial.end()));
        return json;
    }

    /** JSON has no infinities. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
