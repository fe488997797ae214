package dev.plumbline.debug.cause;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All weights of a layer start equal, so that its units stay equal; zeros also block the gradient. */
final class InitializationZeros implements Cause {
    private static final Rule RULE = new Rule(
            "initialization-zeros",
            Stage.OVERFIT,
            "Weights start all equal",
            "RULES: equal weights (NeuraLint, TheDeepChecker); Goodfellow et al., Deep Learning, section 8.4");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static List<Parameter> equal(Setup setup) {
        return Kernels.of(setup).stream().filter(Kernels::isSymmetric).toList();
    }

    private static String seen(Parameter kernel) {
        Initializer initializer = kernel.initializer();
        if (kernel.values() instanceof FloatTensor values) {
            return Kernels.isEqual(values) ? "values all " + values.values()[0] : "values that are equal for all units";
        }
        return "initializer " + (initializer == null ? "unknown" : initializer.text());
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Parameter> equal = equal(setup);
        if (equal.isEmpty()) {
            return List.of();
        }
        String names = equal.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return List.of(Finding.suspected(
                RULE,
                names,
                seen(equal.get(0)) + " for " + equal.size() + " of "
                        + Kernels.of(setup).size() + " weights",
                "Units that start equal get equal gradients and stay copies of each other; behind zeros no gradient flows.",
                "Start weights at random: He under ReLU, Glorot under tanh."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return equal(setup).isEmpty() ? List.of() : List.of("initialize=" + Initializers.suited(setup));
    }
}
