package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Constraint;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Penalty;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all layers of one model share while it is read: the growing network, the variables, the notes. */
final class ModelScope {
    private final String file;
    private final boolean keras2;
    private final List<Map.Entry<String, Shape>> examples;
    private final KerasLayers layers = KerasLayers.standard();
    private final NetworkBuilder builder = new NetworkBuilder(Operators.standard());
    private final List<Variable> variables = new ArrayList<>();
    private final List<Penalty> penalties = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> started = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private long bytes;
    private int ordinals;
    private int inputs;
    private int batch;
    private final int otherwise;
    private boolean open;

    /**
     * @param file the file's name, as messages have it
     * @param keras2 whether Keras 2 wrote it
     * @param examples the sizes of one example of each input, for axes that the file leaves open
     * @param otherwise what is taken for an axis that neither tells
     */
    ModelScope(String file, boolean keras2, Map<String, Shape> examples, int otherwise) {
        this.otherwise = otherwise;
        this.file = file;
        this.keras2 = keras2;
        this.examples = List.copyOf(examples.entrySet());
    }

    /** The batch size that the model's inputs fix; 0 where they leave it open. */
    int batch() {
        return batch;
    }

    /** Sets {@link #batch}, before any layer is called. */
    void batch(int fixed) {
        batch = fixed;
    }

    /** Whether an input has an axis whose size neither the file nor an example tells. */
    boolean leavesSizesOpen() {
        return open;
    }

    /** Whether the file is of Keras 2, where a few functions mean something else than in Keras 3. */
    boolean isKeras2() {
        return keras2;
    }

    String file() {
        return file;
    }

    KerasLayers layers() {
        return layers;
    }

    NetworkBuilder builder() {
        return builder;
    }

    List<Variable> variables() {
        return List.copyOf(variables);
    }

    List<Penalty> penalties() {
        return List.copyOf(penalties);
    }

    List<Constraint> constraints() {
        return List.copyOf(constraints);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** A sentence about what was read; each once. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** A name that no value of the network has: itself, or with a number behind. */
    String free(String name) {
        if (taken.add(name)) {
            return name;
        }
        for (int i = counts.getOrDefault(name, 2); ; i++) {
            String other = name + "_" + i;
            if (taken.add(other)) {
                counts.put(name, i + 1);
                return other;
            }
        }
    }

    /** The next layer's place among all. */
    int ordinal() {
        return ordinals++;
    }

    /** A name for a layer that no other has. */
    String layerName(String name) {
        return name.isEmpty() ? free("layer") : free(name);
    }

    /** Starts a layer, once. */
    void start(String name, String className) {
        if (started.add(name)) {
            builder.layer(name, className, true);
        }
    }

    /** Adds the network's next input; sizes that the file leaves open are the examples'. */
    String input(String name, ValueType type) {
        Shape example = examples.stream()
                .filter(e -> e.getKey().equals(name))
                .findFirst()
                .or(() -> examples.stream().skip(inputs).findFirst())
                .map(e -> e.getValue().batched())
                .orElse(type.shape());
        inputs++;
        boolean fits = example.rank() == type.shape().rank();
        List<Integer> sizes = new ArrayList<>(type.shape().sizes());
        for (int axis = 0; axis < sizes.size(); axis++) {
            if (fits && sizes.get(axis) == Shape.UNKNOWN) {
                sizes.set(axis, example.get(axis));
            }
            if (sizes.get(axis) == Shape.UNKNOWN) {
                open = true;
                sizes.set(axis, otherwise);
            }
        }
        return builder.input(free(name), new ValueType(type.dtype(), new Shape(sizes)));
    }

    Node node(String layer, String operator, Attributes attributes, int outputs, String... inputs) {
        String name = free(layer + "/" + operator);
        List<String> names = new ArrayList<>(List.of(name));
        for (int i = 1; i < outputs; i++) {
            names.add(name + ":" + i);
        }
        return builder.add(new Node(name, operator, Arrays.asList(inputs), names, attributes, layer));
    }

    String constant(String layer, Tensor values, DType dtype) {
        return builder.parameter(new Parameter(
                free(layer + "/constant"),
                new ValueType(dtype, values.shape()),
                Parameter.Role.CONSTANT,
                null,
                values,
                1,
                1,
                false));
    }

    String parameter(Parameter parameter) {
        return builder.parameter(parameter);
    }

    void declare(Variable variable) {
        variables.add(variable);
    }

    void penalize(Penalty penalty) {
        penalties.add(penalty);
    }

    void constrain(Constraint constraint) {
        constraints.add(constraint);
    }

    /** Counts a parameter's memory. @throws dev.plumbline.UnusableInputException if it does not fit */
    void claim(String subject, Shape shape) {
        double elements = shape.sizes().stream().mapToDouble(s -> s).reduce(1, (a, b) -> a * b);
        double all = bytes + 4 * elements;
        Limits.requireRoom(subject, all > Long.MAX_VALUE / 2.0 ? -1 : (long) all);
        bytes = (long) all;
    }
}
