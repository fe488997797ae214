package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Weights that training was told to leave alone. */
final class FrozenParameters implements Cause {
    private static final Rule RULE = new Rule(
            "frozen-parameter",
            Stage.OVERFIT,
            "Weights are frozen",
            "RULES: unchanged tensor (DeepLocalize, DeepDiagnosis, SageMaker Debugger)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static List<Parameter> frozen(Setup setup) {
        return setup.network().parameters().stream()
                .filter(p -> p.isLearnable() && !p.trainable())
                .toList();
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Parameter> frozen = frozen(setup);
        long all = setup.network().parameters().stream()
                .filter(Parameter::isLearnable)
                .count();
        return frozen.isEmpty()
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        frozen.stream().map(Parameter::name).collect(Collectors.joining(", ")),
                        frozen.size() + " of " + all + " weights and biases are frozen",
                        "What is not trained stays as it was drawn.",
                        "Train them, unless they come from a network that was trained before."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return frozen(setup).isEmpty() ? List.of() : List.of("unfreeze");
    }
}
