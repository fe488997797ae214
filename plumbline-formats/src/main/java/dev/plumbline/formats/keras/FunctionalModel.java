package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import dev.plumbline.network.ValueType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A Functional model: layers, the calls of each, and which values are given and wanted. */
final class FunctionalModel implements KerasLayer {
    private record Step(String layer, int index, InboundNode node, List<Reference> reads) {}

    private final String subject;
    private final Map<String, LayerInstance> layers = new LinkedHashMap<>();
    private final Map<String, ValueType> inputTypes = new HashMap<>();
    private final Map<String, Integer> callCounts = new HashMap<>();
    private final Set<String> models = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Reference> inputs;
    private final List<Reference> outputs;

    FunctionalModel(LayerScope scope, JsonNode json) {
        JsonNode config = json.path("config");
        this.subject = scope.config().subject();
        Map<String, JsonNode> all = new LinkedHashMap<>();
        LayerPlaces places = new LayerPlaces();
        for (JsonNode layer : config.path("layers")) {
            String name = LayerInstance.name(layer);
            if (all.put(name, layer) != null) {
                throw broken("layers with names of their own", "two layers named " + name);
            }
            String place = places.next(layer);
            if (layer.path("class_name").asText().equals("InputLayer")) {
                LayerConfig its = new LayerConfig(scope.model().file() + ", layer " + name, layer.path("config"));
                inputTypes.put(
                        name,
                        ModelInputs.type(its)
                                .orElseThrow(() -> its.wrong("batch_shape", "the shape of the input", "none")));
            } else {
                layers.put(name, LayerInstance.of(layer, scope, place));
            }
            if (LayerInstance.isModel(layer)) {
                models.add(name);
            }
        }
        all.forEach((name, layer) -> {
            int index = 0;
            for (JsonNode call : layer.path("inbound_nodes")) {
                if (!inputTypes.containsKey(name)) {
                    InboundNode node = new InboundNode(call, all.keySet());
                    steps.add(new Step(name, index++, node, node.references()));
                }
            }
            callCounts.put(name, index);
        });
        inputs = Reference.all(config.path("input_layers"), subject + ", `input_layers`");
        List<Reference> wanted = Reference.all(config.path("output_layers"), subject + ", `output_layers`");
        Map<String, Integer> offsets = offsets(wanted);
        outputs = wanted.stream().map(reference -> shifted(reference, offsets)).toList();
    }

    /** The names and types of its inputs, in order. */
    Map<String, ValueType> inputs() {
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (Reference input : inputs) {
            ValueType type = inputTypes.get(input.layer());
            if (type == null) {
                throw broken("an InputLayer named " + input.layer(), "none");
            }
            types.put(input.layer(), type);
        }
        return types;
    }

    @Override
    public List<KerasTensor> call(LayerScope scope, Call call) {
        List<KerasTensor> given =
                call.positional().stream().flatMap(Argument::tensors).toList();
        if (given.isEmpty()) {
            given = call.inputs();
        }
        if (given.size() < inputs.size()) {
            throw broken(inputs.size() + " inputs", given.size() + " where it is called");
        }
        Map<Reference, KerasTensor> values = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(new Reference(inputs.get(i).layer(), 0, 0), given.get(i));
        }
        run(values);
        List<KerasTensor> results = new ArrayList<>();
        for (Reference output : outputs) {
            KerasTensor value = values.get(output);
            if (value == null) {
                throw broken(
                        "output " + output.output() + " of call " + output.call() + " of layer " + output.layer(),
                        "no such value");
            }
            results.add(value);
        }
        return results;
    }

    /** Calls every layer once all that it reads is there. */
    private void run(Map<Reference, KerasTensor> values) {
        Map<String, Integer> offsets =
                offsets(steps.stream().flatMap(step -> step.reads().stream()).toList());
        Map<Step, Integer> missing = new HashMap<>();
        Map<String, List<Step>> readers = new HashMap<>();
        Deque<Step> ready = new ArrayDeque<>();
        for (Step step : steps) {
            Set<String> makers = new HashSet<>();
            for (Reference read : step.reads()) {
                Reference made = shifted(read, offsets);
                requireLayer(made, step);
                if (layers.containsKey(made.layer())) {
                    makers.add(made.layer() + "\n" + made.call());
                }
            }
            makers.forEach(maker ->
                    readers.computeIfAbsent(maker, k -> new ArrayList<>()).add(step));
            missing.put(step, makers.size());
            if (makers.isEmpty()) {
                ready.add(step);
            }
        }
        int done = 0;
        while (!ready.isEmpty()) {
            Step step = ready.remove();
            execute(step, offsets, values);
            done++;
            for (Step reader : readers.getOrDefault(step.layer() + "\n" + step.index(), List.of())) {
                if (missing.merge(reader, -1, Integer::sum) == 0) {
                    ready.add(reader);
                }
            }
        }
        if (done < steps.size()) {
            Step stuck = steps.stream()
                    .filter(step -> Objects.requireNonNull(missing.get(step)) > 0)
                    .findFirst()
                    .orElseThrow();
            throw broken(
                    "a graph without a cycle",
                    "layer " + stuck.layer() + ", which waits for what is made only after it");
        }
    }

    private void execute(Step step, Map<String, Integer> offsets, Map<Reference, KerasTensor> values) {
        Call call = step.node().call(reference -> {
            KerasTensor value = values.get(shifted(reference, offsets));
            if (value == null) {
                throw broken(
                        "output " + reference.output() + " of layer " + reference.layer() + ", which layer "
                                + step.layer() + " reads",
                        "no such value");
            }
            return value;
        });
        List<KerasTensor> made =
                Objects.requireNonNull(layers.get(step.layer())).call(call);
        for (int i = 0; i < made.size(); i++) {
            values.put(new Reference(step.layer(), step.index(), i), made.get(i));
        }
    }

    private void requireLayer(Reference reference, Step step) {
        boolean known = inputTypes.containsKey(reference.layer()) || layers.containsKey(reference.layer());
        if (!known) {
            throw broken("layer " + reference.layer() + ", which layer " + step.layer() + " reads", "no such layer");
        }
        int calls = inputTypes.containsKey(reference.layer()) ? 1 : callCounts.getOrDefault(reference.layer(), 0);
        if (reference.call() < 0 || reference.call() >= calls) {
            throw broken(
                    "call " + reference.call() + " of layer " + reference.layer() + ", which layer " + step.layer()
                            + " reads",
                    "only " + calls + " calls");
        }
    }

    /**
     * A model within a model has a call of its own before those of the file; whether the file counts it depends on the
     * version and on the place, and shows in the numbers themselves.
     */
    private Map<String, Integer> offsets(List<Reference> references) {
        Map<String, Integer> lowest = new HashMap<>();
        references.forEach(reference -> lowest.merge(reference.layer(), reference.call(), Math::min));
        Map<String, Integer> highest = new HashMap<>();
        references.forEach(reference -> highest.merge(reference.layer(), reference.call(), Math::max));
        Map<String, Integer> offsets = new HashMap<>();
        for (String model : models) {
            int calls = callCounts.getOrDefault(model, 0);
            boolean counted = highest.getOrDefault(model, 0) == calls && lowest.getOrDefault(model, 0) >= 1;
            offsets.put(model, counted ? 1 : 0);
        }
        return offsets;
    }

    private static Reference shifted(Reference reference, Map<String, Integer> offsets) {
        int offset = offsets.getOrDefault(reference.layer(), 0);
        return offset == 0
                ? reference
                : new Reference(reference.layer(), reference.call() - offset, reference.output());
    }

    private UnusableInputException broken(String expected, String found) {
        return new UnusableInputException(
                subject, expected, found, "Save the model again with model.save(\"model.keras\").");
    }
}
