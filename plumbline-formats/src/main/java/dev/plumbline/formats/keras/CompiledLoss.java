package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keras's losses as Plumbline's. {@code from_logits} decides which one it is; sparse and categorical cross-entropy are
 * the same one, since Plumbline's data know their classes. KerasObject have Keras's defaults (keras.losses).
 */
final class CompiledLoss {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("mse", "meansquarederror"),
            Map.entry("mae", "meanabsoluteerror"),
            Map.entry("mape", "meanabsolutepercentageerror"),
            Map.entry("msle", "meansquaredlogarithmicerror"),
            Map.entry("kld", "kldivergence"),
            Map.entry("kullbackleiblerdivergence", "kldivergence"),
            Map.entry("bce", "binarycrossentropy"),
            Map.entry("sparsecategoricalcrossentropy", "categoricalcrossentropy"),
            Map.entry("cosineproximity", "cosinesimilarity"));

    private final KerasObject config;
    private final String name;
    private final List<String> notes;

    private CompiledLoss(String name, KerasObject config, List<String> notes) {
        this.name = name;
        this.config = config;
        this.notes = notes;
    }

    /** The loss that a string, a function's name or a configuration stands for; null where there is none. */
    static @Nullable LossPlan read(JsonNode given, List<String> notes) {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        KerasObject config = KerasObject.of(given);
        String name = config.className();
        String key = key(config.text("fn", name));
        CompiledLoss loss = new CompiledLoss(name, config, notes);
        loss.noteReduction();
        LossPlan plan = loss.plan(ALIASES.getOrDefault(key, key));
        if (plan == null) {
            notes.add("Plumbline has no counterpart of the loss " + name + "; set `training.loss`.");
        }
        return plan;
    }

    /** The class that it leaves out; null for none. */
    static @Nullable Integer ignoredClass(JsonNode given) {
        KerasObject config = KerasObject.of(given);
        return config.has("ignore_class") ? (Integer) config.integer("ignore_class", 0) : null;
    }

    private static String key(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('>'), name.lastIndexOf('.')) + 1);
        return last.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private @Nullable LossPlan plan(String key) {
        boolean logits = config.flag("from_logits", false);
        return switch (key) {
            case "categoricalcrossentropy" -> smoothed(logits ? Loss.CROSS_ENTROPY : Loss.CATEGORICAL_CROSSENTROPY);
            case "binarycrossentropy" -> smoothed(logits ? Loss.BCE_WITH_LOGITS : Loss.BCE);
            case "categoricalfocalcrossentropy" ->
                smoothed(logits ? Loss.CATEGORICAL_FOCAL_WITH_LOGITS : Loss.CATEGORICAL_FOCAL)
                        .with("alpha", config.number("alpha", 0.25))
                        .with("gamma", config.number("gamma", 2));
            case "binaryfocalcrossentropy" ->
                smoothed(logits ? Loss.BINARY_FOCAL_WITH_LOGITS : Loss.BINARY_FOCAL)
                        .with("alpha", config.flag("apply_class_balancing", false) ? config.number("alpha", 0.25) : 0)
                        .with("gamma", config.number("gamma", 2));
            case "kldivergence" -> LossPlan.of(Loss.KL_DIVERGENCE);
            case "dice" -> LossPlan.of(Loss.DICE);
            case "tversky" ->
                LossPlan.of(Loss.TVERSKY)
                        .with("alpha", config.number("alpha", 0.5))
                        .with("beta", config.number("beta", 0.5));
            case "hinge" -> LossPlan.of(Loss.HINGE);
            case "squaredhinge" -> LossPlan.of(Loss.SQUARED_HINGE);
            case "categoricalhinge" -> LossPlan.of(Loss.CATEGORICAL_HINGE);
            case "meansquarederror" -> LossPlan.of(Loss.MSE);
            case "meanabsoluteerror" -> LossPlan.of(Loss.MAE);
            case "huber" -> LossPlan.of(Loss.HUBER).with("delta", config.number("delta", 1));
            case "logcosh" -> LossPlan.of(Loss.LOG_COSH);
            case "meanabsolutepercentageerror" -> LossPlan.of(Loss.MAPE);
            case "meansquaredlogarithmicerror" -> LossPlan.of(Loss.MSLE);
            case "poisson" -> LossPlan.of(Loss.POISSON);
            case "cosinesimilarity" -> LossPlan.of(Loss.COSINE_SIMILARITY);
            default -> null;
        };
    }

    private LossPlan smoothed(Loss loss) {
        if (config.integer("axis", -1) != -1) {
            notes.add("The loss's axis is left out: classes are the last axis.");
        }
        return LossPlan.of(loss).with("label-smoothing", config.number("label_smoothing", 0));
    }

    private void noteReduction() {
        String reduction = config.text("reduction", "sum_over_batch_size");
        if (reduction.equals("sum") || reduction.equals("none")) {
            notes.add("The loss " + name + " has reduction " + reduction
                    + "; Plumbline takes the mean over the batch, so a step is shorter for the same learning rate.");
        }
    }
}
