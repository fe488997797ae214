package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.network.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The head of a program that looks at one batch: it takes parameters, inputs and targets whole, the rows of the batch
 * {@code int64}, and the step's seed, and works on copies, so that looking never changes what happens.
 *
 * @param given the variables of inputs and parameters, as {@link ForwardText#write} takes them
 * @param targets the variables of the batch's targets
 */
record WatchedBatch(ProgramText text, Map<String, String> given, List<String> targets) {
    WatchedBatch {
        given = Map.copyOf(given);
        targets = List.copyOf(targets);
    }

    /** @param outputs how many outputs have targets */
    static WatchedBatch of(ForwardText forward, Wiring wiring, int outputs) {
        Arguments arguments = new Arguments();
        Map<String, String> held = wiring.claim(arguments);
        List<String> inputs =
                arguments.addAll(Arguments.OTHERS, "x", wiring.inputs().size());
        List<String> truths = arguments.addAll(Arguments.OTHERS, "y", outputs);
        arguments.add("rows");
        arguments.add("cfg");
        ProgramText text = new ProgramText(arguments);
        Map<String, String> given = new HashMap<>();
        for (Parameter parameter : wiring.parameters()) {
            given.put(parameter.name(), copied(text, parameter, Objects.requireNonNull(held.get(parameter.name()))));
        }
        for (int i = 0; i < inputs.size(); i++) {
            String name = wiring.inputs().get(i);
            String batch = text.let("torch.index_select(" + inputs.get(i) + ", 0, rows)");
            boolean floats = forward.type(name).dtype() == DType.FLOAT32;
            // so that a gradient flows to every node, whatever is frozen before it
            given.put(name, floats ? text.let("torch.requires_grad_(" + batch + ")") : batch);
        }
        List<String> targets = truths.stream()
                .map(truth -> text.let("torch.index_select(" + truth + ", 0, rows)"))
                .toList();
        forward.seed(text, "int(cfg[0])");
        return new WatchedBatch(text, given, targets);
    }

    private static String copied(ProgramText text, Parameter parameter, String variable) {
        return switch (parameter.role()) {
            case CONSTANT -> variable;
            case STATISTIC, STATE -> text.let("torch.clone(" + variable + ")");
            case WEIGHT, BIAS ->
                parameter.isLearnable() ? text.let("torch.requires_grad_(torch.detach(" + variable + "))") : variable;
        };
    }
}
