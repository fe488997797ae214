package dev.plumbline.torch;

import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function that a recurrent layer's attribute {@code activations} names, with the constants alpha and beta that the
 * ONNX specification gives it unless {@code activation_alpha} and {@code activation_beta} do: they hold values only for
 * those functions that take one, in the order of the functions.
 *
 * @param name in lower case
 * @param expression of the function of a variable
 */
record RecurrentActivation(String name, UnaryOperator<String> expression) {
    private static final Map<String, Double> ALPHA = Map.of(
            "affine", 1.0,
            "leakyrelu", 0.01,
            "thresholdedrelu", 1.0,
            "scaledtanh", 1.0,
            "hardsigmoid", 0.2,
            "elu", 1.0);
    private static final Map<String, Double> BETA = Map.of("affine", 0.0, "scaledtanh", 1.0, "hardsigmoid", 0.5);

    /** All functions of all directions, in order. */
    static List<RecurrentActivation> of(Attributes attributes, List<String> byDefault) {
        Iterator<Double> alphas =
                attributes.numbers("activation_alpha").orElse(List.of()).iterator();
        Iterator<Double> betas =
                attributes.numbers("activation_beta").orElse(List.of()).iterator();
        List<RecurrentActivation> functions = new ArrayList<>();
        for (String given : attributes.texts("activations").orElse(byDefault)) {
            String name = given.toLowerCase(Locale.ROOT);
            functions.add(new RecurrentActivation(
                    name, expression(name, constant(ALPHA.get(name), alphas), constant(BETA.get(name), betas))));
        }
        return functions;
    }

    private static String constant(@Nullable Double byDefault, Iterator<Double> given) {
        return byDefault == null ? "" : Literals.real(given.hasNext() ? given.next() : byDefault);
    }

    private static UnaryOperator<String> expression(String name, String alpha, String beta) {
        return switch (name) {
            case "sigmoid", "tanh", "relu", "softplus" -> x -> "torch." + name + "(" + x + ")";
            case "affine" -> x -> "torch.add(torch.mul(" + x + ", " + alpha + "), " + beta + ")";
            case "leakyrelu" -> x -> "torch.leaky_relu(" + x + ", " + alpha + ")";
            case "thresholdedrelu" ->
                x -> "torch.where(torch.gt(" + x + ", " + alpha + "), " + x + ", torch.zeros_like(" + x + "))";
            case "scaledtanh" -> x -> "torch.mul(torch.tanh(torch.mul(" + x + ", " + beta + ")), " + alpha + ")";
            case "hardsigmoid" ->
                x -> "torch.clamp(torch.add(torch.mul(" + x + ", " + alpha + "), " + beta + "), 0., 1.)";
            case "elu" -> x -> "torch.elu(" + x + ", " + alpha + ")";
            case "softsign" -> x -> "torch.div(" + x + ", torch.add(torch.abs(" + x + "), 1))";
            default ->
                throw new IllegalArgumentException("activation " + name + ": expected one that ONNX has for recurrent "
                        + "layers (Sigmoid, Tanh, Relu, Softplus, Affine, LeakyRelu, ThresholdedRelu, ScaledTanh, "
                        + "HardSigmoid, Elu, Softsign), found none of that name. Write the layer with one of these.");
        };
    }

    String of(String variable) {
        return expression.apply(variable);
    }
}
