package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Fault.Hurts.BY_DEFINITION;
import static dev.plumbline.zoo.fault.Fault.Hurts.MEASURED;
import static dev.plumbline.zoo.fault.Fault.Repair.EDIT;
import static dev.plumbline.zoo.fault.Fault.Repair.PERSON;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What each kind of fault is called by an honest report. A synonym is a rule that says the same of the same thing: for
 * plain gradient descent a loss times 1e-4 is a learning rate times 1e-4. What the fault only leads to (a loss that is
 * not finite, a score below a baseline) is no synonym.
 */
final class Catalogue {
    private final Map<String, Fault> byKind = new LinkedHashMap<>();

    private Catalogue() {}

    static Catalogue standard() {
        Catalogue catalogue = new Catalogue();
        catalogue.training();
        catalogue.network();
        catalogue.data();
        return catalogue;
    }

    Fault get(String kind) {
        return Objects.requireNonNull(byKind.get(kind), kind);
    }

    private void training() {
        edit("learning-rate-too-high");
        edit("learning-rate-too-low");
        edit("weight-decay-too-strong", "penalty-too-strong");
        edit("momentum-too-high");
        edit("optimizer-setting");
        edit("clipping-too-tight");
        edit("schedule-kills-rate");
        edit("epochs-too-few", "still-improving");
        edit("batch-too-large");
        edit("batch-too-small");
        edit("early-stopping-too-soon", "schedule-kills-rate"); // the planted warm-up is what keeps the score still
        edit("unshuffled-order");
        edit("loss-sign");
        edit("loss-scale", "learning-rate-too-low", "learning-rate-too-high"); // the same thing under plain descent
        edit("loss-for-task");
        edit("dropout-too-strong");
        edit("noise-too-strong", "wrong-augmentation");
        edit("penalty-too-strong", "weight-decay-too-strong");
        edit("constraint-too-tight");
    }

    private void network() {
        edit("softmax-before-cross-entropy", "redundant-activation");
        edit("logits-into-probability-loss");
        edit("activation-on-output", "target-range");
        edit("activation-before-softmax", "activation-on-output", "redundant-activation");
        edit("sigmoid-for-one-of-many", "loss-for-task");
        edit("softmax-on-one-unit", "activation-on-output");
        edit("output-width", "does-not-run");
        edit("missing-flatten", "does-not-run", "output-width");
        edit("initialization-zeros");
        edit("initialization-scale");
        edit("output-bias");
        edit("saturating-activations", "vanishing-gradient");
        edit("vanishing-gradient", "saturating-activations", "initialization-scale");
        edit("exploding-gradient", "initialization-scale");
        edit("no-activation", "capacity-too-small");
        edit("frozen-parameter");
        edit("dead-units");
        edit("capacity-too-small");
        edit("layer-order", "batch-norm-statistics", "dropout-too-strong");
        edit("batch-norm-statistics", "training-mode-differs");
        // an answer that depends on which other examples are asked about is none, whatever it scores
        add(new Fault("examples-mixed", names("examples-mixed", "wrong-axis"), BY_DEFINITION, EDIT, List.of()));
        add(new Fault("wrong-axis", names("wrong-axis", "examples-mixed"), BY_DEFINITION, EDIT, List.of()));
        edit("silent-broadcast", "examples-mixed");
        edit("leftover-axis", "output-width", "silent-broadcast", "does-not-run");
        edit("integer-cast", "gradient-missing");
        edit("gradient-missing", "integer-cast");
        edit("numerical-domain");
        edit("input-ignored");
    }

    private void data() {
        edit("inputs-not-normalized", "features-differ-in-scale");
        edit("features-differ-in-scale", "inputs-not-normalized");
        edit("inputs-over-scaled", "inputs-not-normalized");
        edit("targets-not-normalized", "target-range");
        edit("class-imbalance", "rare-class", "metric-unsuited");
        edit("wrong-augmentation", "noise-too-strong");
        person("normalization-differs", MEASURED, "split-differs");
        person("channels-swapped", MEASURED, "normalization-differs", "split-differs");
        person("split-differs", MEASURED, "rare-class", "normalization-differs");
        person("leaking-feature", MEASURED, "too-good");
        person("label-noise", MEASURED, "labels-shuffled", "conflicting-labels");
        person("labels-shuffled", MEASURED, "label-noise", "conflicting-labels");
        person("labels-differ-between-splits", MEASURED);
        person("conflicting-labels", MEASURED, "label-noise");
        person("wrong-copies", MEASURED, "wrong-augmentation", "conflicting-labels", "inputs-corrupted", "label-noise");
        person("rare-class", MEASURED, "class-imbalance", "split-differs");
        person("few-examples", MEASURED);
        person("duplicate-examples", MEASURED, "few-examples");
        person("inputs-corrupted", MEASURED, "label-noise", "conflicting-labels");
        person("targets-corrupted", MEASURED, "label-noise");
        person("missing-or-infinite-values", MEASURED);
        person("duplicates-across-splits", BY_DEFINITION);
        person("metric-unsuited", BY_DEFINITION, "class-imbalance");
    }

    private void edit(String kind, String... synonyms) {
        add(new Fault(kind, names(kind, synonyms), MEASURED, EDIT, List.of()));
    }

    private void person(String kind, Fault.Hurts hurts, String... synonyms) {
        add(new Fault(kind, names(kind, synonyms), hurts, PERSON, List.of()));
    }

    private void add(Fault fault) {
        byKind.put(fault.kind(), fault);
    }

    private static Set<String> names(String kind, String... synonyms) {
        Set<String> names = new LinkedHashSet<>(Set.of(kind));
        names.addAll(List.of(synonyms));
        return names;
    }
}
