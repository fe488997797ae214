package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Draft.TrainingDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key {@code training}. */
final class TrainingReader {
    private TrainingReader() {}

    static TrainingDraft read(Settings training) {
        training.knowsOnly(
                "loss",
                "optimizer",
                "schedule",
                "batch-size",
                "epochs",
                "clip-norm",
                "clip-each-norm",
                "clip-value",
                "early-stopping",
                "shuffle",
                "seed",
                "other-losses",
                "gradient-accumulation-steps",
                "ema");
        return new TrainingDraft(
                training.has("loss") ? loss(Named.of(training, "loss")) : null,
                training.has("optimizer") ? optimizer(Named.of(training, "optimizer")) : null,
                training.has("schedule") ? ScheduleSettings.read(Named.of(training, "schedule")) : null,
                ExperimentReader.optionalInteger(training, "batch-size"),
                ExperimentReader.optionalInteger(training, "epochs"),
                clipping(training),
                ExperimentReader.optionalInteger(training, "early-stopping"),
                training.has("shuffle") ? training.flag("shuffle", true) : null,
                training.has("seed") ? (long) training.integer("seed", 0) : null,
                training.nested("other-losses").map(TrainingReader::losses).orElse(null),
                ExperimentReader.optionalInteger(training, "gradient-accumulation-steps"),
                isNone(training, "ema")
                        ? Ema.NONE
                        : training.nested("ema").map(TrainingReader::ema).orElse(null));
    }

    private static boolean isNone(Settings settings, String key) {
        return "none".equals(settings.values().get(key));
    }

    private static Ema ema(Settings ema) {
        ema.knowsOnly("momentum", "overwrite-frequency");
        Integer every = ExperimentReader.optionalInteger(ema, "overwrite-frequency");
        return new Ema(ema.number("momentum", 0, 1, 0.99), every == null ? 0 : every);
    }

    private static Map<String, LossPlan> losses(Settings outputs) {
        Map<String, LossPlan> losses = new LinkedHashMap<>();
        outputs.values().keySet().forEach(output -> losses.put(output, loss(Named.of(outputs, output))));
        return losses;
    }

    private static LossPlan loss(Settings settings) {
        Loss loss = Labelled.parse(Loss.class, settings.text("name").orElseThrow(), settings.place());
        List<String> keys = new ArrayList<>(List.of("name", "scale"));
        keys.addAll(loss.settings().keySet());
        if (loss.takesWeights()) {
            keys.add("weights");
        }
        settings.knowsOnly(keys.toArray(String[]::new));
        LossPlan plan = new LossPlan(loss, settings.number("scale", -Double.MAX_VALUE, Double.MAX_VALUE, 1));
        for (Map.Entry<String, Double> usual : loss.settings().entrySet()) {
            double most = usual.getKey().equals("label-smoothing") ? 1 : Double.MAX_VALUE;
            plan = plan.with(usual.getKey(), settings.number(usual.getKey(), 0, most, usual.getValue()));
        }
        return plan.withWeights(settings.numbers("weights", 0, Double.MAX_VALUE));
    }

    private static Optimizer optimizer(Settings settings) {
        return RecordSettings.read(settings, Named.choose(settings, Optimizer.defaults(), Optimizer::name));
    }

    private static @Nullable Clipping clipping(Settings training) {
        Clipping found = null;
        for (Clipping.Kind kind : Clipping.Kind.values()) {
            if (training.has(kind.label())) {
                if (found != null) {
                    throw new UnusableInputException(
                            training.place(),
                            "one way of clipping",
                            "`" + found.kind().label() + "` and `" + kind.label() + "`",
                            "Keep one of them.");
                }
                found = isNone(training, kind.label())
                        ? Clipping.NONE
                        : new Clipping(kind, training.number(kind.label(), 0, Double.MAX_VALUE, 1));
            }
        }
        return found;
    }
}
