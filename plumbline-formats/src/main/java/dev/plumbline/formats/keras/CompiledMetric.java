package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.experiment.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first of Keras's metrics that Plumbline has too. */
final class CompiledMetric {
    private CompiledMetric() {}

    static @Nullable Metric read(OutputChoice output, JsonNode compiled, List<String> notes) {
        List<String> others = new ArrayList<>();
        for (String key : List.of("metrics", "weighted_metrics")) {
            for (JsonNode given : listed(compiled.path(key), output)) {
                KerasObject config = KerasObject.of(given);
                String name = config.className();
                Metric metric =
                        of(config.text("fn", name.equals("MeanMetricWrapper") ? config.text("name", "") : name));
                if (metric != null) {
                    return metric;
                }
                if (!name.isEmpty()) {
                    others.add(name);
                }
            }
        }
        if (!others.isEmpty()) {
            notes.add("Plumbline has no counterpart of the metrics " + String.join(", ", others)
                    + "; the goal's metric is the task's.");
        }
        return null;
    }

    /** Keras takes one, a list, a list for each output, and either by the output's name. */
    private static List<JsonNode> listed(JsonNode metrics, OutputChoice output) {
        List<JsonNode> all = new ArrayList<>();
        if (metrics.isObject() && !metrics.has("class_name")) {
            return listed(output.of(metrics), output);
        }
        if (!metrics.isArray()) {
            if (!metrics.isMissingNode() && !metrics.isNull()) {
                all.add(metrics);
            }
            return all;
        }
        boolean forEach = false;
        for (JsonNode given : metrics) {
            // of an output without metrics there is no list
            forEach |= given.isArray() || given.isNull();
        }
        if (forEach) {
            return listed(metrics.path(Math.min(output.index(), metrics.size() - 1)), output);
        }
        metrics.forEach(all::add);
        return all;
    }

    private static @Nullable Metric of(String name) {
        String key = name.substring(name.lastIndexOf('>') + 1).replace("_", "").toLowerCase(Locale.ROOT);
        return switch (key) {
            case "accuracy", "acc", "binaryaccuracy", "categoricalaccuracy", "sparsecategoricalaccuracy" ->
                Metric.ACCURACY;
            case "f1score" -> Metric.F1;
            case "rootmeansquarederror", "mse", "meansquarederror" -> Metric.RMSE;
            case "mae", "meanabsoluteerror" -> Metric.MAE;
            case "r2score" -> Metric.R2;
            default -> null;
        };
    }
}
