package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.experiment.Schedule;
import java.util.ArrayList;
import java.util.List;

/**
 * Keras's {@code LearningRateSchedule}s as a rate and the factors on it.
 *
 * @param rate the optimizer's learning rate
 * @param schedule the factor of each step
 */
record CompiledSchedule(double rate, Schedule schedule) {
    /** @param byDefault where the file names no rate */
    static CompiledSchedule read(JsonNode given, double byDefault, List<String> notes) {
        if (given.isNumber()) {
            return new CompiledSchedule(KerasObject.plain(given.doubleValue()), new Schedule.Constant());
        }
        if (!given.isObject()) {
            return new CompiledSchedule(byDefault, new Schedule.Constant());
        }
        KerasObject config = KerasObject.of(given);
        double rate = config.number("initial_learning_rate", byDefault);
        return switch (config.className()) {
            case "ExponentialDecay" ->
                new CompiledSchedule(
                        rate,
                        new Schedule.Exponential(
                                config.number("decay_rate", 1),
                                config.integer("decay_steps", 1),
                                config.flag("staircase", false)));
            case "InverseTimeDecay" ->
                new CompiledSchedule(
                        rate,
                        new Schedule.InverseTime(
                                config.integer("decay_steps", 1),
                                config.number("decay_rate", 0),
                                config.flag("staircase", false)));
            case "PolynomialDecay" ->
                new CompiledSchedule(
                        rate,
                        new Schedule.Polynomial(
                                config.integer("decay_steps", 1),
                                config.number("end_learning_rate", 1e-4) / rate,
                                config.number("power", 1),
                                config.flag("cycle", false)));
            case "CosineDecay" -> cosine(rate, config);
            case "CosineDecayRestarts" ->
                new CompiledSchedule(
                        rate,
                        new Schedule.CosineRestarts(
                                config.integer("first_decay_steps", 1),
                                config.number("t_mul", 2),
                                config.number("m_mul", 1),
                                config.number("alpha", 0)));
            case "PiecewiseConstantDecay" -> piecewise(config);
            default -> {
                notes.add("Plumbline has no counterpart of the learning rate schedule " + config.className()
                        + "; the rate stays at " + rate + ". Set `training.schedule`.");
                yield new CompiledSchedule(rate, new Schedule.Constant());
            }
        };
    }

    /** Keras warms up from the initial rate to the target, then decays from there. */
    private static CompiledSchedule cosine(double rate, KerasObject config) {
        Schedule down = new Schedule.Cosine(0, config.integer("decay_steps", 1), config.number("alpha", 0));
        double target = config.number("warmup_target", Double.NaN);
        int warmup = config.integer("warmup_steps", 0);
        return Double.isNaN(target) || warmup == 0
                ? new CompiledSchedule(Double.isNaN(target) ? rate : target, down)
                : new CompiledSchedule(target, new Schedule.Warmup(warmup, rate / target, down));
    }

    private static CompiledSchedule piecewise(KerasObject config) {
        List<Integer> steps = new ArrayList<>();
        config.node("boundaries").forEach(b -> steps.add(b.intValue()));
        List<Double> rates = new ArrayList<>();
        config.node("values").forEach(v -> rates.add(KerasObject.plain(v.doubleValue())));
        double largest = rates.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double rate = rates.get(0) > 0 ? rates.get(0) : largest;
        return new CompiledSchedule(
                rate,
                new Schedule.Piecewise(
                        steps, rates.stream().map(r -> rate == 0 ? 1 : r / rate).toList()));
    }
}
