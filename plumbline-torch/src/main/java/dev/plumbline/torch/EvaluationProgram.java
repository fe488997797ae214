package dev.plumbline.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Outputs and loss of some consecutive examples in evaluation mode.
 *
 * <p>Takes parameters, inputs and targets whole, and {@code float64} numbers: first example, end. Gives the output and
 * its mean loss, whatever other outputs there are, and how many targets that is the mean of.
 */
final class EvaluationProgram {
    private EvaluationProgram() {}

    /** @param term which of the outputs that have a loss, from 0 */
    static Program write(ForwardText forward, Wiring wiring, Objective objective, int term) {
        Arguments arguments = new Arguments();
        Map<String, String> values = new HashMap<>(wiring.claim(arguments));
        List<String> inputs =
                arguments.addAll(Arguments.OTHERS, "x", wiring.inputs().size());
        String truth = objective.claim(arguments).get(objective.targets(term));
        arguments.add("cfg");
        ProgramText text = new ProgramText(arguments);
        text.line("low = int(cfg[0])", "high = int(cfg[1])");
        for (int i = 0; i < inputs.size(); i++) {
            values.put(wiring.inputs().get(i), text.let("torch.slice(" + inputs.get(i) + ", 0, low, high)"));
        }
        String targets = text.let("torch.slice(" + truth + ", 0, low, high)");
        // the same examples meet the same numbers at every evaluation
        forward.seed(text, "low");
        String output =
                java.util.Objects.requireNonNull(forward.write(text, values).get(objective.output(term)));
        LossText loss = objective.loss(term);
        String mean = loss.write(text, output, targets);
        text.line("return [torch.contiguous(" + loss.classesLast(text, output) + "), " + mean + ", "
                + loss.weight(text, targets) + "]");
        return text.program();
    }
}
