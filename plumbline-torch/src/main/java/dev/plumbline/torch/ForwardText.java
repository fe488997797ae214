package dev.plumbline.torch;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A network's forward pass as lines of a program. */
final class ForwardText {
    /** The variable that holds the step's random numbers, where a program defines it. */
    static final String GENERATOR = "random";

    /** The variable that holds the number of examples, where an input has an axis for them. */
    static final String BATCH = "batch_size";

    private static final Set<String> RANDOM = Set.of(
            "Dropout",
            "RandomNormal",
            "RandomNormalLike",
            "RandomUniform",
            "RandomUniformLike",
            "Bernoulli",
            "plumbline.Random",
            "Multinomial");

    private final Network network;
    private final boolean training;
    private final Translations translations;
    private final Map<String, ValueType> types;
    private final Map<String, Tensor> known;
    private final Layouts layouts;

    private ForwardText(Network network, boolean training, Translations translations) {
        this.network = network;
        this.training = training;
        this.translations = translations;
        ShapeInference.Known all = new ShapeInference(Operators.standard()).know(network);
        this.types = all.types();
        this.known = all.values();
        this.layouts = Layouts.of(network);
    }

    /** In training mode, every node as it is written. */
    static ForwardText training(Network network, Translations translations) {
        return new ForwardText(network, true, translations);
    }

    /** In evaluation mode: nothing dropped, batch norm by its running statistics. */
    static ForwardText evaluation(Network network, Translations translations) {
        return new ForwardText(network, false, translations);
    }

    Network network() {
        return network;
    }

    boolean training() {
        return training;
    }

    Layouts layouts() {
        return layouts;
    }

    ValueType type(String value) {
        return Objects.requireNonNull(types.get(value), value);
    }

    boolean isRead(String value) {
        return network.outputs().contains(value) || !network.readers(value).isEmpty();
    }

    /** What is known of a value's content before anything is computed; it may hold batch counts. */
    @Nullable
    Tensor constant(String value) {
        Tensor held = network.parameter(value).map(Parameter::values).orElse(null);
        return held == null ? known.get(value) : held;
    }

    /**
     * Writes every node.
     *
     * @param given the variables of inputs and parameters
     * @return the variables of all values
     */
    Map<String, String> write(ProgramText text, Map<String, String> given) {
        Map<String, String> variables = new HashMap<>(given);
        batch(text, given);
        network.parameters().stream().filter(ForwardText::isCarried).forEach(parameter -> {
            String held = Objects.requireNonNull(given.get(parameter.name()));
            int dtype = ScalarTypes.of(parameter.type().dtype());
            variables.put(parameter.name(), text.let("torch.to(" + held + ", " + dtype + ")"));
        });
        for (Node node : network.nodes()) {
            text.during(node.name(), () -> {
                NodeText nodeText = new NodeText(node, text, this, variables);
                String first = text.let(translations.get(node.operator()).expression(nodeText));
                variables.put(node.output(), first);
                nodeText.others().forEach((index, variable) -> {
                    if (index < node.outputs().size()) {
                        variables.put(node.outputs().get(index), variable);
                    }
                });
            });
        }
        return variables;
    }

    /** Constants of element types for which Java has no array are held in a wider one. */
    private static boolean isCarried(Parameter parameter) {
        Tensor values = parameter.values();
        return values != null && values.dtype() != parameter.type().dtype();
    }

    /** Defines the number of examples, as {@link NodeText#sizes} writes it. */
    private void batch(ProgramText text, Map<String, String> given) {
        for (Map.Entry<String, ValueType> input : network.inputs().entrySet()) {
            int axis = input.getValue().shape().sizes().indexOf(Shape.BATCH);
            if (axis >= 0) {
                text.line(BATCH + " = torch.size(" + given.get(input.getKey()) + ", " + axis + ")");
                return;
            }
        }
    }

    /** Writes every node. @return the variable of the network's output */
    String writeOutput(ProgramText text, Map<String, String> given) {
        return Objects.requireNonNull(write(text, given).get(network.output()));
    }

    /**
     * Defines the step's random numbers where they are needed. The seed is an argument of the generator rather than set
     * later: libtorch would make a generator without arguments once and share it between runs.
     */
    void seed(ProgramText text, String seed) {
        if (isRandom()) {
            text.line(GENERATOR + " = torch.Generator(device=torch.device(\"cpu\"), seed=" + seed + ")");
        }
    }

    /** Whether it draws random numbers; dropout does so only in training. */
    private boolean isRandom() {
        return network.nodes().stream()
                .map(Node::operator)
                .anyMatch(operator -> RANDOM.contains(operator) && (training || !operator.equals("Dropout")));
    }
}
