package dev.plumbline.cli.tune;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Task;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.network.Network;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.OrdinalDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Goes through the table of usual sensitivity (T1), and makes a knob of each row that this experiment can turn. */
final class KnobList {
    /** One and a half decades either way: a coarse search's usual range around a rate that trains at all. */
    private static final double AROUND = 30;
    /** What is left of it where the diagnosis has ruled out that the rate is wrong in that direction. */
    private static final double NEAR = 3;

    private static final String PRETRAINED = "the model file's frozen weights are kept";

    private final Experiment experiment;
    private final Function<Experiment, Network> networks;
    private final Network network;
    private final Known known;
    private final Interventions interventions = Interventions.standard();
    private final List<Knob> knobs = new ArrayList<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    /** @param networks how an experiment becomes a network */
    KnobList(Experiment experiment, Function<Experiment, Network> networks, Known known) {
        this.experiment = experiment;
        this.networks = networks;
        this.network = networks.apply(experiment);
        this.known = known;
    }

    /** All rows, the most sensitive first. */
    Proposed propose() {
        learningRate();
        choose("schedule", Sensitivity.HIGH, List.of("constant", "step", "exponential", "cosine"), v -> true);
        loss();
        size();
        initialization();
        depth();
        order("kernel-size", Sensitivity.MEDIUM, List.of(3L, 5L, 7L), this::isSmallerThanImage);
        weightDecay();
        order("dropout", Sensitivity.MEDIUM, List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5), this::isNotBelowDropout);
        choose("optimizer", Sensitivity.LOW, List.of("adam", "adamw", "sgd"), v -> true);
        momentum();
        batchSize();
        activation();
        return new Proposed(knobs, leftOut);
    }

    private void learningRate() {
        double now = experiment.training().optimizer().learningRate();
        if (!(now > 0)) {
            leftOut.put("learning-rate", "it is " + now);
            return;
        }
        double low = now / (known.rulesOut("learning-rate-too-high") ? NEAR : AROUND);
        double high = Math.min(10, now * (known.rulesOut("learning-rate-too-low") ? NEAR : AROUND));
        for (String edit : known.useless().keySet()) {
            if (edit.startsWith("learning-rate=")
                    && "worse".equals(known.useless().get(edit))) {
                double tried = Double.parseDouble(edit.substring("learning-rate=".length()));
                low = tried < now ? Math.max(low, tried) : low;
                high = tried > now ? Math.min(high, tried) : high;
            }
        }
        knobs.add(new Knob(
                "learning-rate",
                Sensitivity.HIGH,
                FloatDomain.log(low, Math.max(high, now)),
                now,
                value -> "learning-rate=" + Knob.text(value)));
    }

    private void loss() {
        Loss now = experiment.training().loss().loss();
        List<Object> losses = new ArrayList<>();
        List<Loss> candidates = experiment.task() == Task.REGRESSION
                ? List.of(Loss.MSE, Loss.HUBER, Loss.MAE, Loss.LOG_COSH)
                : List.of(
                        Loss.CROSS_ENTROPY,
                        Loss.CATEGORICAL_FOCAL_WITH_LOGITS,
                        Loss.BCE_WITH_LOGITS,
                        Loss.BINARY_FOCAL_WITH_LOGITS);
        for (Loss loss : candidates) {
            // another kind of output is no tuning but another network
            if (loss.takes() == now.takes() && loss.isBinary() == now.isBinary()) {
                losses.add(loss.label());
            }
        }
        choose("loss", Sensitivity.HIGH, losses, v -> true);
    }

    private void size() {
        if (isPretrained()) {
            leftOut.put("width", PRETRAINED);
            return;
        }
        boolean enough = known.rulesOut("capacity-too-small");
        List<Object> sizes = new ArrayList<>(List.of("narrower=4", "narrower=2", Knob.AS_IS));
        if (!enough) {
            sizes.addAll(List.of("wider=2", "wider=4"));
        }
        knob("width", Sensitivity.HIGH, sizes, Object::toString, true, Knob.AS_IS);
    }

    private void initialization() {
        if (isPretrained()) {
            leftOut.put("initialize", PRETRAINED);
        } else if (known.rulesOut("initialization-scale") || known.rulesOut("initialization-zeros")) {
            leftOut.put("initialize", "the diagnosis has ruled it out");
        } else {
            choose("initialize", Sensitivity.MEDIUM, List.of("he", "glorot", "lecun", "orthogonal"), v -> true);
        }
    }

    private void depth() {
        if (isPretrained()) {
            leftOut.put("depth", PRETRAINED);
        } else if (known.rulesOut("capacity-too-small")) {
            leftOut.put("depth", "the diagnosis has ruled out that the network is too small");
        } else {
            knob(
                    "depth",
                    Sensitivity.MEDIUM,
                    List.of(Knob.AS_IS, "deeper=1", "deeper=2"),
                    Object::toString,
                    true,
                    Knob.AS_IS);
        }
    }

    private void weightDecay() {
        double now = experiment.training().optimizer().weightDecay();
        boolean notTooStrong = known.rulesOut("weight-decay-too-strong");
        order(
                "weight-decay",
                Sensitivity.MEDIUM,
                List.of(0.0, 1e-5, 1e-4, 1e-3, 1e-2),
                value -> !notTooStrong || (Double) value >= now);
    }

    private boolean isNotBelowDropout(Object value) {
        return !known.rulesOut("dropout-too-strong") || (Double) value > 0;
    }

    private void momentum() {
        if (experiment.training().optimizer().momentum() == 0) {
            leftOut.put("momentum", "the optimizer has none");
        } else {
            order("momentum", Sensitivity.LOW, List.of(0.0, 0.5, 0.8, 0.9, 0.95, 0.99), v -> true);
        }
    }

    private void batchSize() {
        int now = experiment.training().batchSize();
        List<Object> sizes = new ArrayList<>();
        for (int factor : new int[] {-4, -2, 1, 2, 4}) {
            long size = factor < 0 ? now / -factor : (long) now * factor;
            boolean out = (factor < 0 && known.rulesOut("batch-too-large"))
                    || (factor > 1 && known.rulesOut("batch-too-small"));
            if (size >= 4 && size <= 4096 && !out) {
                sizes.add(size);
            }
        }
        order("batch-size", Sensitivity.LOW, sizes, v -> true);
    }

    private void activation() {
        if (known.rulesOut("saturating-activations") && known.rulesOut("dead-units")) {
            leftOut.put("activation", "the diagnosis has ruled it out");
        } else {
            choose("activation", Sensitivity.LOW, List.of("relu", "leaky-relu", "elu", "gelu"), v -> true);
        }
    }

    /** A file with frozen weights builds on what they have learned, and other sizes would draw them anew. */
    private boolean isPretrained() {
        return experiment.model().source() instanceof ModelPlan.File
                && network.parameters().stream().anyMatch(p -> p.isLearnable() && !p.trainable());
    }

    /** A kernel of more than about half the image sees hardly more than what pads it. */
    private boolean isSmallerThanImage(Object kernel) {
        Shape shape = network.inputs().values().iterator().next().shape();
        return shape.rank() == 4 && 2 * (Long) kernel <= Math.min(shape.get(2), shape.get(3)) + 2;
    }

    private void choose(String word, Sensitivity sensitivity, List<?> values, Predicate<Object> possible) {
        knob(word, sensitivity, values.stream().filter(possible).toList(), v -> word + "=" + Knob.text(v), false, null);
    }

    private void order(String word, Sensitivity sensitivity, List<?> values, Predicate<Object> possible) {
        knob(word, sensitivity, values.stream().filter(possible).toList(), v -> word + "=" + Knob.text(v), true, null);
    }

    /** Whether an edit says only what is so already: dropout of 0 where there is none. */
    private boolean isSame(Experiment edited) {
        return edited.equals(experiment)
                || (edited.training().equals(experiment.training())
                        && edited.data().equals(experiment.data())
                        && networks.apply(edited).equals(network));
    }

    /**
     * Keeps the values whose edit can be made and was not found useless.
     *
     * @param current what the experiment has; null where the edit that changes nothing tells
     */
    private void knob(
            String name,
            Sensitivity sensitivity,
            List<?> values,
            Function<Object, String> edit,
            boolean ordered,
            @org.jspecify.annotations.Nullable Object current) {
        List<Object> kept = new ArrayList<>();
        Object now = current;
        String refusal = "there is nothing to choose from";
        for (Object value : values) {
            if (value.equals(Knob.AS_IS)) {
                kept.add(value);
                continue;
            }
            try {
                Experiment edited = interventions.parse(edit.apply(value)).apply(experiment);
                boolean same = isSame(edited);
                now = same && now == null ? value : now;
                if (same || known.useless(edit.apply(value)).isEmpty()) {
                    kept.add(value);
                } else {
                    refusal = "`" + edit.apply(value) + "` was tried: "
                            + known.useless(edit.apply(value)).orElseThrow();
                }
            } catch (UnusableInputException | IllegalArgumentException unfit) {
                refusal = "it does not fit the experiment";
            }
        }
        if (now == null) {
            kept.add(0, Knob.AS_IS);
            now = Knob.AS_IS;
        }
        if (kept.size() < 2) {
            leftOut.put(name, refusal);
        } else {
            knobs.add(new Knob(
                    name, sensitivity, ordered ? new OrdinalDomain(kept) : new CategoricalDomain(kept), now, edit));
        }
    }
}
