package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Draft.TrainingDraft;

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
                "early-stopping",
                "shuffle",
                "seed");
        return new TrainingDraft(
                training.has("loss") ? loss(named(training, "loss")) : null,
                training.has("optimizer") ? optimizer(named(training, "optimizer")) : null,
                training.has("schedule") ? schedule(named(training, "schedule")) : null,
                ExperimentReader.optionalInteger(training, "batch-size"),
                ExperimentReader.optionalInteger(training, "epochs"),
                training.has("clip-norm") ? training.number("clip-norm", 0, Double.MAX_VALUE, 1) : null,
                ExperimentReader.optionalInteger(training, "early-stopping"),
                training.has("shuffle") ? training.flag("shuffle", true) : null,
                training.has("seed") ? (long) training.integer("seed", 0) : null);
    }

    /** {@code adam} stands for {@code {name: adam}}. */
    private static Settings named(Settings training, String key) {
        Settings nested = training.values().get(key) instanceof String text
                ? Settings.of(training.place() + "." + key, java.util.Map.of("name", text))
                : training.nested(key).orElseThrow();
        if (!nested.has("name")) {
            throw new UnusableInputException(
                    nested.place(), "the key `name`", "none", "Add `name: ...`, or write the name alone.");
        }
        return nested;
    }

    private static LossPlan loss(Settings loss) {
        loss.knowsOnly("name", "scale");
        return new LossPlan(
                Labelled.parse(Loss.class, loss.text("name").orElseThrow(), loss.place()),
                loss.number("scale", -Double.MAX_VALUE, Double.MAX_VALUE, 1));
    }

    private static Optimizer optimizer(Settings settings) {
        String name = settings.text("name").orElseThrow();
        switch (name) {
            case "sgd" -> {
                settings.knowsOnly("name", "learning-rate", "momentum", "nesterov", "weight-decay");
                return new Optimizer.Sgd(
                        rate(settings, 0.01),
                        settings.number("momentum", 0, 1, 0),
                        settings.flag("nesterov", false),
                        decay(settings, 0));
            }
            case "adam", "adamw" -> {
                settings.knowsOnly("name", "learning-rate", "beta1", "beta2", "epsilon", "weight-decay");
                double beta1 = settings.number("beta1", 0, 1, 0.9);
                double beta2 = settings.number("beta2", 0, 1, 0.999);
                double epsilon = settings.number("epsilon", 0, Double.MAX_VALUE, 1e-8);
                double rate = rate(settings, 3e-4);
                return name.equals("adam")
                        ? new Optimizer.Adam(rate, beta1, beta2, epsilon, decay(settings, 0))
                        : new Optimizer.AdamW(rate, beta1, beta2, epsilon, decay(settings, 0.01));
            }
            default ->
                throw new UnusableInputException(
                        settings.place(),
                        "one of sgd, adam, adamw",
                        "\"" + name + "\"",
                        "Did you mean `" + Spelling.nearest(name, java.util.List.of("sgd", "adam", "adamw")) + "`?");
        }
    }

    private static double rate(Settings settings, double byDefault) {
        return settings.number("learning-rate", 0, Double.MAX_VALUE, byDefault);
    }

    private static double decay(Settings settings, double byDefault) {
        return settings.number("weight-decay", 0, Double.MAX_VALUE, byDefault);
    }

    private static Schedule schedule(Settings settings) {
        String name = settings.text("name").orElseThrow();
        switch (name) {
            case "constant" -> {
                settings.knowsOnly("name");
                return new Schedule.Constant();
            }
            case "step" -> {
                settings.knowsOnly("name", "epochs", "rate");
                return new Schedule.StepDecay(settings.integer("epochs", 1), settings.number("rate", 0, 1, 0.1));
            }
            case "exponential" -> {
                settings.knowsOnly("name", "rate");
                return new Schedule.Exponential(settings.number("rate", 0, 1, 0.95));
            }
            case "cosine" -> {
                settings.knowsOnly("name", "warmup-steps");
                return new Schedule.Cosine(settings.integer("warmup-steps", 0, 0));
            }
            default ->
                throw new UnusableInputException(
                        settings.place(),
                        "one of constant, step, exponential, cosine",
                        "\"" + name + "\"",
                        "Did you mean `"
                                + Spelling.nearest(name, java.util.List.of("constant", "step", "exponential", "cosine"))
                                + "`?");
        }
    }
}
