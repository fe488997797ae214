package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.experiment.Clipping;
import dev.plumbline.experiment.Ema;
import dev.plumbline.experiment.Form;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keras's optimizers as Plumbline's, in Keras's form, with Keras's defaults (keras.optimizers) for what the file leaves
 * out.
 */
record CompiledOptimizer(
        @Nullable Optimizer optimizer,
        @Nullable Schedule schedule,
        @Nullable Clipping clipping,
        @Nullable Integer gradientAccumulationSteps,
        @Nullable Ema ema) {
    static CompiledOptimizer read(JsonNode given, List<String> notes) {
        if (!given.isTextual() && !given.isObject()) {
            return new CompiledOptimizer(null, null, null, null, null);
        }
        KerasObject config = KerasObject.of(given);
        if (config.className().equals("LossScaleOptimizer")) {
            notes.add("The optimizer's loss scaling is left out: Plumbline trains in float32.");
            return read(
                    config.has("inner_optimizer") ? config.node("inner_optimizer") : config.node("optimizer"), notes);
        }
        String name = config.className().toLowerCase(Locale.ROOT).replace("_", "");
        JsonNode rate = config.has("learning_rate") ? config.node("learning_rate") : config.node("lr");
        CompiledSchedule schedule = CompiledSchedule.read(rate, name.equals("sgd") ? 0.01 : 0.001, notes);
        Optimizer optimizer = optimizer(name, schedule.rate(), config);
        if (optimizer == null) {
            notes.add("Plumbline has no counterpart of the optimizer " + config.className()
                    + "; set `training.optimizer`.");
            return new CompiledOptimizer(null, null, clipping(config), accumulated(config), ema(config));
        }
        double decay = config.number("decay", 0);
        Schedule factors = decay > 0 ? new Schedule.InverseTime(1, decay, false) : schedule.schedule();
        return new CompiledOptimizer(
                optimizer,
                factors instanceof Schedule.Constant ? null : factors,
                clipping(config),
                accumulated(config),
                ema(config));
    }

    private static @Nullable Optimizer optimizer(String name, double rate, KerasObject config) {
        double beta1 = config.number("beta_1", 0.9);
        double beta2 = config.number("beta_2", name.equals("lion") ? 0.99 : 0.999);
        double epsilon = config.number("epsilon", 1e-7);
        double decay = config.number("weight_decay", name.equals("adamw") && !config.has("name") ? 0.004 : 0);
        boolean amsgrad = config.flag("amsgrad", false);
        double accumulator = config.number("initial_accumulator_value", 0.1);
        return switch (name) {
            case "sgd", "momentum" ->
                new Optimizer.Sgd(
                        rate, config.number("momentum", 0), config.flag("nesterov", false), decay, Form.KERAS);
            case "adam" -> new Optimizer.Adam(rate, beta1, beta2, epsilon, decay, amsgrad, Form.KERAS);
            case "adamw" -> new Optimizer.AdamW(rate, beta1, beta2, epsilon, decay, amsgrad, Form.KERAS);
            case "rmsprop" ->
                new Optimizer.RmsProp(
                        rate,
                        config.number("rho", 0.9),
                        config.number("momentum", 0),
                        config.flag("centered", false),
                        epsilon,
                        decay,
                        Form.KERAS);
            case "adamax" -> new Optimizer.Adamax(rate, beta1, beta2, epsilon, decay, Form.KERAS);
            case "nadam" -> new Optimizer.Nadam(rate, beta1, beta2, epsilon, 1, decay, Form.KERAS);
            case "adagrad" -> new Optimizer.Adagrad(rate, accumulator, epsilon, decay, Form.KERAS);
            case "adadelta" -> new Optimizer.Adadelta(rate, config.number("rho", 0.95), epsilon, decay, Form.KERAS);
            case "ftrl" ->
                new Optimizer.Ftrl(
                        rate,
                        config.number("learning_rate_power", -0.5),
                        accumulator,
                        config.number("l1_regularization_strength", 0),
                        config.number("l2_regularization_strength", 0),
                        config.number("l2_shrinkage_regularization_strength", 0),
                        config.number("beta", 0),
                        decay);
            case "lion" -> new Optimizer.Lion(rate, beta1, beta2, decay);
            case "adafactor" ->
                new Optimizer.Adafactor(
                        rate,
                        config.number("beta_2_decay", -0.8),
                        config.number("epsilon_1", 1e-30),
                        config.number("epsilon_2", 1e-3),
                        config.number("clip_threshold", 1),
                        decay);
            case "lamb" -> new Optimizer.Lamb(rate, beta1, beta2, epsilon, decay);
            default -> null;
        };
    }

    private static @Nullable Clipping clipping(KerasObject config) {
        double global = config.number("global_clipnorm", 0);
        double each = config.number("clipnorm", 0);
        double value = config.number("clipvalue", 0);
        if (global > 0) {
            return Clipping.globalNorm(global);
        }
        if (each > 0) {
            return new Clipping(Clipping.Kind.EACH_NORM, each);
        }
        return value > 0 ? new Clipping(Clipping.Kind.VALUE, value) : null;
    }

    private static @Nullable Integer accumulated(KerasObject config) {
        int steps = config.integer("gradient_accumulation_steps", 1);
        return steps > 1 ? steps : null;
    }

    private static @Nullable Ema ema(KerasObject config) {
        return config.flag("use_ema", false)
                ? new Ema(config.number("ema_momentum", 0.99), config.integer("ema_overwrite_frequency", 0))
                : null;
    }
}
