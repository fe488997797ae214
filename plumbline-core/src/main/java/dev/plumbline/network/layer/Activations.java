package dev.plumbline.network.layer;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Settings;
import dev.plumbline.experiment.Spelling;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.NetworkBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nonlinearities by the words of the experiment file, and which initializer suits each. */
final class Activations {
    private static final Map<String, String> OPERATORS = new LinkedHashMap<>();

    static {
        OPERATORS.put("linear", "Identity");
        OPERATORS.put("relu", "Relu");
        OPERATORS.put("leaky-relu", "LeakyRelu");
        OPERATORS.put("elu", "Elu");
        OPERATORS.put("selu", "Selu");
        OPERATORS.put("gelu", "Gelu");
        OPERATORS.put("sigmoid", "Sigmoid");
        OPERATORS.put("hard-sigmoid", "HardSigmoid");
        OPERATORS.put("tanh", "Tanh");
        OPERATORS.put("softplus", "Softplus");
        OPERATORS.put("softmax", "Softmax");
        OPERATORS.put("log-softmax", "LogSoftmax");
    }

    private Activations() {}

    /** Adds the layer's {@code activation} behind a value; nothing where it is left out or linear. */
    static String add(String value, Settings settings, NetworkBuilder network) {
        String operator = operator(settings);
        if (operator.equals("Identity")) {
            return value;
        }
        Attributes attributes = Attributes.none();
        if (operator.endsWith("oftmax")) {
            attributes = attributes.with("axis", -1);
        }
        return network.node(operator, attributes, value);
    }

    static String operator(Settings settings) {
        String word = settings.text("activation").orElse("linear");
        String operator = OPERATORS.get(word);
        if (operator == null) {
            throw new UnusableInputException(
                    settings.place() + ".activation",
                    "one of " + String.join(", ", OPERATORS.keySet()),
                    "\"" + word + "\"",
                    "Did you mean `" + Spelling.nearest(word, OPERATORS.keySet()) + "`?");
        }
        return operator;
    }

    /** The layer's {@code initializer}; where it is left out He for the ReLU family and Glorot otherwise (S3). */
    static Initializer initializer(Settings settings) {
        return settings.text("initializer")
                .map(text -> Initializer.parse(text, settings.place() + ".initializer"))
                .orElseGet(() -> switch (operator(settings)) {
                    case "Relu", "LeakyRelu", "Elu", "Gelu" -> Initializer.HE;
                    case "Selu" -> new Initializer.Scaled(Initializer.Scaled.Rule.LECUN);
                    default -> Initializer.GLOROT;
                });
    }

    /** The layer's {@code bias-initializer}; zeros where it is left out. */
    static Initializer biasInitializer(Settings settings) {
        return settings.text("bias-initializer")
                .map(text -> Initializer.parse(text, settings.place() + ".bias-initializer"))
                .orElse(Initializer.ZEROS);
    }
}
