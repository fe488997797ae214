package dev.plumbline.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The loss that training lowers.
 *
 * @param loss its family; the mean over the batch
 * @param scale what it is multiplied by; 1 unless one means to weigh it. A negative one drives the loss up
 * @param settings those of {@link Loss#settings()} that are not what they are by default
 * @param weights of each class, by which the mean is weighed too (as PyTorch's are); of each label's positive examples
 *     under bce-with-logits; empty for none
 */
public record LossPlan(Loss loss, double scale, Map<String, Double> settings, List<Double> weights) {
    /** The setting of losses for classes that spreads a share of each label over all classes. */
    public static final String LABEL_SMOOTHING = "label-smoothing";

    public LossPlan {
        if (!Double.isFinite(scale)) {
            throw new IllegalArgumentException("`scale` of the loss must be finite, but got " + scale);
        }
        if (!weights.isEmpty() && !loss.takesWeights()) {
            throw new IllegalArgumentException("the loss " + loss + " takes no weights, but got " + weights);
        }
        Map<String, Double> changed = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            Double usual = loss.settings().get(name);
            if (usual == null || value < 0 || !Double.isFinite(value)) {
                throw new IllegalArgumentException("the loss " + loss + " has the settings " + loss.settings()
                        + ", but got " + name + " " + value);
            }
            if (!usual.equals(value)) {
                changed.put(name, value);
            }
        });
        settings = java.util.Collections.unmodifiableMap(changed);
        weights = List.copyOf(weights);
    }

    /** With the loss's usual settings. */
    public LossPlan(Loss loss, double scale) {
        this(loss, scale, Map.of(), List.of());
    }

    /** The loss as it is. */
    public static LossPlan of(Loss loss) {
        return new LossPlan(loss, 1);
    }

    /** The same with one of {@link Loss#settings()} set. */
    public LossPlan with(String setting, double value) {
        Map<String, Double> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new LossPlan(loss, scale, more, weights);
    }

    /** The same with another scale. */
    public LossPlan withScale(double changed) {
        return new LossPlan(loss, changed, settings, weights);
    }

    /** The same with weights. */
    public LossPlan withWeights(List<Double> changed) {
        return new LossPlan(loss, scale, settings, changed);
    }

    /** What one of {@link Loss#settings()} is; 0 where the loss has none of that name. */
    public double setting(String name) {
        Double usual = loss.settings().getOrDefault(name, 0.0);
        return Objects.requireNonNull(settings.getOrDefault(name, usual));
    }
}
