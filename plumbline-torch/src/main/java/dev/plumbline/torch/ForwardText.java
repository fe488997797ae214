package dev.plumbline.torch;

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
import org.jspecify.annotations.Nullable;

/** A network's forward pass as lines of a program. */
final class ForwardText {
    /** The variable that holds the step's random numbers, where a program defines it. */
    static final String GENERATOR = "random";

    private final Network network;
    private final boolean training;
    private final Translations translations;
    private final Map<String, ValueType> types;
    private final Layouts layouts;

    private ForwardText(Network network, boolean training, Translations translations) {
        this.network = network;
        this.training = training;
        this.translations = translations;
        this.types = new ShapeInference(Operators.standard()).infer(network);
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

    @Nullable
    Tensor constant(String value) {
        return network.parameter(value).map(Parameter::values).orElse(null);
    }

    /**
     * Writes every node.
     *
     * @param given the variables of inputs and parameters
     * @return the variables of all values
     */
    Map<String, String> write(ProgramText text, Map<String, String> given) {
        Map<String, String> variables = new HashMap<>(given);
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

    /** Whether training draws random numbers. */
    private boolean isRandom() {
        return training && network.nodes().stream().anyMatch(n -> n.operator().equals("Dropout"));
    }
}
