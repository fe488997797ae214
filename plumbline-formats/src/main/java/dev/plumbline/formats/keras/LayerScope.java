package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of the model while it is being read: its settings, its variables, and where its nodes go. Variables are
 * made at the first call and found again at later ones.
 */
final class LayerScope {
    private final ModelScope model;
    private final int ordinal;
    private final String name;
    private final String className;
    private final String prefix;
    private final LayerConfig config;
    private final List<String> place;
    private final String group;
    private final boolean trainable;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<Integer, String> states = new LinkedHashMap<>();
    private final Map<String, LayerScope> children = new LinkedHashMap<>();
    private final Map<String, LayerInstance> wrapped = new LinkedHashMap<>();

    /**
     * @param ordinal its place among all layers of the file
     * @param name of the layer in the network
     * @param prefix of its parameters' names
     * @param place where a {@code .keras} file keeps its variables
     * @param group the top layer of an {@code .h5} file that it belongs to
     */
    LayerScope(
            ModelScope model,
            int ordinal,
            String name,
            String className,
            String prefix,
            LayerConfig config,
            List<String> place,
            String group,
            boolean trainable) {
        this.model = model;
        this.ordinal = ordinal;
        this.name = name;
        this.className = className;
        this.prefix = prefix;
        this.config = config;
        this.place = List.copyOf(place);
        this.group = group;
        this.trainable = trainable && config.flag("trainable", true);
    }

    /** Its settings. */
    LayerConfig config() {
        return config;
    }

    /** Its name in the network. */
    String name() {
        return name;
    }

    /** The name of its class. */
    String className() {
        return className;
    }

    /** Whether neither it nor a model around it is frozen. */
    boolean isTrainable() {
        return trainable;
    }

    /** The model that it is a part of. */
    ModelScope model() {
        return model;
    }

    List<String> place() {
        return place;
    }

    String group() {
        return group;
    }

    /**
     * A layer within this one, as a wrapper has; its nodes count as this layer's.
     *
     * @param attribute under which a {@code .keras} file keeps it: {@code forward_layer}
     * @param json its serialized form, with class and settings
     */
    LayerScope child(String attribute, JsonNode json) {
        return children.computeIfAbsent(attribute, key -> {
            JsonNode settings = json.path("config");
            String type = json.path("class_name").asText();
            List<String> inner = new ArrayList<>(place);
            inner.addAll(List.of(attribute.split("/")));
            LayerConfig its = new LayerConfig(config.subject() + ", " + attribute + " (" + type + ")", settings);
            return new LayerScope(model, ordinal, name, type, prefix + attribute + "/", its, inner, group, trainable);
        });
    }

    /** A layer within this one, ready to be called; the same one at every call. */
    LayerInstance inner(String attribute, JsonNode json) {
        LayerInstance known = wrapped.get(attribute);
        if (known == null) {
            known = LayerInstance.inner(child(attribute, json), json);
            wrapped.put(attribute, known);
        }
        return known;
    }

    /** The layer's single input. */
    KerasTensor only(Call call) {
        List<KerasTensor> inputs = call.inputs();
        if (inputs.size() != 1) {
            throw new UnusableInputException(
                    config.subject(), "one input", inputs.size() + " inputs", "Merge them before this layer.");
        }
        return inputs.get(0);
    }

    ValueType type(String value) {
        return model.builder().type(value);
    }

    Shape shape(String value) {
        return model.builder().shape(value);
    }

    int rank(String value) {
        return shape(value).rank();
    }

    /** The size of an axis, which must not depend on the data; negative axes count from the end. */
    int size(String value, int axis) {
        Shape shape = shape(value);
        if (axis >= shape.rank() || axis < -shape.rank()) {
            throw new UnusableInputException(
                    config.subject(),
                    "an input with an axis " + axis,
                    "an input of shape " + shape,
                    "Change this layer or the one before it.");
        }
        int size = shape.get(axis);
        if (size < 0) {
            throw new UnusableInputException(
                    config.subject(),
                    "an input whose axis " + axis + " has a fixed size",
                    "an input of shape " + shape,
                    "Give the model's input a full shape.");
        }
        return size;
    }

    /** Adds a node. @return the name of its output */
    String node(String operator, Attributes attributes, String... inputs) {
        return nodes(operator, attributes, 1, inputs).get(0);
    }

    /** Adds a node without attributes. @return the name of its output */
    String node(String operator, String... inputs) {
        return node(operator, Attributes.none(), inputs);
    }

    /** Adds a node of several outputs. @return their names */
    List<String> nodes(String operator, Attributes attributes, int outputs, String... inputs) {
        Node node = model.node(name, operator, attributes, outputs, inputs);
        return node.outputs();
    }

    /** Constant whole numbers. @return their name */
    String integers(long... values) {
        return model.constant(name, LongTensor.of(values, values.length), DType.INT64);
    }

    /** Constant whole numbers. @return their name */
    String integers(List<Integer> values) {
        return integers(values.stream().mapToLong(Integer::longValue).toArray());
    }

    /** A constant whole number without axes. @return its name */
    String integer(long value) {
        return model.constant(name, LongTensor.of(new long[] {value}), DType.INT64);
    }

    /** A constant real number without axes. @return its name */
    String number(double value) {
        return model.constant(name, FloatTensor.of(new float[] {(float) value}), DType.FLOAT32);
    }

    /** A constant of any kind. @return its name */
    String constant(Tensor values, DType dtype) {
        return model.constant(name, values, dtype);
    }

    /** A value with other sizes; -1 for what is left, 0 for as it is. */
    String reshape(String value, List<Integer> sizes) {
        return node("Reshape", value, integers(sizes));
    }

    /** A value with its axes in another order. */
    String transpose(String value, List<Integer> order) {
        return node("Transpose", Attributes.none().with("perm", order), value);
    }

    /** A value as float32. */
    String floats(String value) {
        return cast(value, DType.FLOAT32);
    }

    /** A value of another element type; the same where it is of that type already. */
    String cast(String value, DType dtype) {
        if (type(value).dtype() == dtype) {
            return value;
        }
        return node("Cast", Attributes.none().with("to", dev.plumbline.network.OnnxType.of(dtype)), value);
    }

    /** A kernel whose settings are {@code kernel_initializer} and so on. @return the parameter's name */
    String weight(String variable, Shape shape, Layout layout) {
        return variable(VariableSpec.weight(variable, shape, layout));
    }

    /** A bias whose settings are {@code bias_initializer} and so on. @return the parameter's name */
    String bias(String variable, Shape shape) {
        return variable(VariableSpec.bias(variable, shape));
    }

    /** What training gathers rather than learns. @return the parameter's name */
    String statistic(String variable, Shape shape, Initializer initializer) {
        return variable(VariableSpec.statistic(variable, shape, initializer));
    }

    /**
     * What this layer hands from batch to batch, zero at first; the same at every call. @return the parameter's name
     */
    String state(int index, Shape shape) {
        return states.computeIfAbsent(
                index,
                key -> model.parameter(new Parameter(
                        model.free(prefix + "state_" + index),
                        ValueType.floats(shape),
                        Parameter.Role.STATE,
                        new Initializer.Constant(0),
                        new FloatTensor(new float[Math.toIntExact(shape.elements())], shape),
                        1,
                        1,
                        false)));
    }

    /**
     * Counts a variable that is another layer's, but that Keras lists among this layer's own in a {@code .keras} file.
     */
    void passOver(String variable) {
        variables.putIfAbsent(variable, "");
    }

    /** A variable; the same parameter at every call of the layer. @return the parameter's name */
    String variable(VariableSpec spec) {
        return variables.computeIfAbsent(spec.name(), key -> declare(spec));
    }

    /** How a variable stands in its parameter, as its first use has it. */
    Layout layoutOf(String parameter) {
        return model.variables().stream()
                .filter(v -> v.parameter().equals(parameter))
                .map(Variable::layout)
                .findFirst()
                .orElse(Layout.SAME);
    }

    private String declare(VariableSpec spec) {
        Shape shape = spec.shape();
        Shape target = spec.layout().target(shape);
        model.claim(config.subject(), target);
        boolean moved = trainable && spec.role() != Parameter.Role.STATISTIC && spec.learned();
        Fans fans = Fans.of(shape);
        Initializer initializer = spec.stem().isEmpty()
                ? spec.initializer()
                : Initializers.read(config, spec.stem() + "_initializer", spec.initializer());
        String parameter = model.parameter(new Parameter(
                model.free(prefix + spec.name()),
                ValueType.floats(target),
                spec.role(),
                initializer,
                null,
                fans.in(),
                fans.out(),
                moved));
        boolean isOwn = spec.role() != Parameter.Role.STATISTIC && spec.learned();
        model.declare(new Variable(
                parameter,
                spec.name(),
                shape,
                spec.layout(),
                place,
                variables.size(),
                group,
                ordinal,
                isOwn && trainable));
        if (!spec.stem().isEmpty()) {
            Regularizers.penalty(config, spec.stem() + "_regularizer", parameter, spec.layout(), shape.rank())
                    .ifPresent(model::penalize);
            Constraints.constraint(config, spec.stem() + "_constraint", parameter, spec.layout(), shape.rank())
                    .ifPresent(model::constrain);
        }
        return parameter;
    }
}
