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
    /** Training moves weights, seldom by that much. */
    private static final double FAR_IF_TRAINED = 10;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    private static boolean isFar(Setup setup, Parameter kernel) {
        double far = kernel.values() != null && !Kernels.lookDrawn(setup) ? FAR_IF_TRAINED : FAR;
        return Kernels.deviation(kernel).stream()
                .map(deviation -> Kernels.excess(kernel, deviation))
                .anyMatch(excess -> excess > far || excess < 1 / far);
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Finding> findings = new ArrayList<>();
        for (Parameter kernel : Kernels.of(setup)) {
            if (!Kernels.isSymmetric(kernel) && isFar(setup, kernel)) {
                double deviation = Kernels.deviation(kernel).orElse(Double.NaN);
                double he =
                        new Initializer.Scaled(Initializer.Scaled.Rule.HE).deviation(kernel.fanIn(), kernel.fanOut());
                Initializer initializer = kernel.initializer();
                findings.add(Finding.suspected(
                        RULE,
                        kernel.name(),
                        String.format(
                                Locale.ROOT,
                                "%s, %.3g times He's standard deviation for %d inputs",
                                kernel.values() != null || initializer == null
                                        ? "values of standard deviation " + text(deviation)
                                        : "initializer " + initializer.text(),
                                deviation / he,
                                kernel.fanIn()),
                        "Activations and gradients grow or shrink by that factor at every layer.",
                        "Use He under ReLU, Glorot under tanh."));
            }
        }
        return findings;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    @Override
    public List<String> edits(Setup setup) {
        boolean sized = Kernels.of(setup).stream()
                .anyMatch(p -> Kernels.deviation(p).isPresent() && !Kernels.isSymmetric(p) && isUnusual(p));
        return sized ? List.of("initialize=" + Initializers.suited(setup)) : List.of();
    }

    /** Usual draws need not be tried again. */
    private static boolean isUnusual(Parameter kernel) {
        return kernel.values() != null || !(kernel.initializer() instanceof Initializer.VarianceScaling);
    }
}
