package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Weights start much larger or smaller than their layer's width asks for. */
final class InitializationScale implements Cause {
    private static final Rule RULE = new Rule(
            "initialization-scale",
            Stage.OVERFIT,
            "Weights start too large or too small",
            "He et al. 2015, Glorot and Bengio 2010; RULES: variance against He/Glorot (TheDeepChecker), ratio > 10 (SageMaker)");
    /** In standard deviations; SageMaker Debugger warns at a variance ratio of 10 between layers. */
    private static final double FAR = 5;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    /** The standard deviation of the weights as a multiple of He's; NaN where it is not a matter of scale. */
    private static double ratio(Parameter parameter) {
        double he = new Initializer.Scaled(Initializer.Scaled.Rule.HE).deviation(parameter.fanIn(), parameter.fanOut());
        if (parameter.initializer() instanceof Initializer.Normal normal) {
            return normal.deviation() / he;
        }
        return parameter.initializer() instanceof Initializer.Uniform uniform
                ? uniform.bound() / Math.sqrt(3) / he
                : Double.NaN;
    }

    private static boolean isTable(Setup setup, Parameter parameter) {
        return setup.network().readers(parameter.name()).stream()
                .allMatch(n -> n.operator().equals("Gather"));
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Finding> findings = new ArrayList<>();
        for (Parameter parameter : setup.matrices()) {
            double ratio = ratio(parameter);
            // an embedding table sums over nothing, so no width asks anything of it
            if ((ratio > FAR || ratio < 1 / FAR) && !isTable(setup, parameter)) {
                findings.add(Finding.suspected(
                        RULE,
                        parameter.name(),
                        String.format(
                                Locale.ROOT,
                                "initializer %s, %.3g times He's standard deviation for %d inputs",
                                java.util.Objects.requireNonNull(parameter.initializer())
                                        .text(),
                                ratio,
                                parameter.fanIn()),
                        "Activations and gradients grow or shrink by that factor at every layer.",
                        "Use He under ReLU, Glorot under tanh."));
            }
        }
        return findings;
    }

    @Override
    public List<String> edits(Setup setup) {
        boolean unusual = setup.matrices().stream().anyMatch(p -> !Double.isNaN(ratio(p)) && !isTable(setup, p));
        return unusual ? List.of("initialize=" + Initializers.suited(setup)) : List.of();
    }
}
