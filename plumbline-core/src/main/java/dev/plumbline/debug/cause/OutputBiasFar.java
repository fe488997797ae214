package dev.plumbline.debug.cause;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The output layer's biases start far from where the targets are. */
final class OutputBiasFar implements Cause {
    private static final Rule RULE = new Rule(
            "output-bias",
            Stage.OVERFIT,
            "The output's biases start far from the targets",
            "Karpathy's recipe: start the last bias at class log-odds or target mean; RULES: loss at initialization");
    /** Odds of 20 to 1 on the wrong side. */
    private static final double FAR = 3;
    /** More biases than this make an edit that nobody reads. */
    private static final int MOST = 50;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.FALLS_SLOWLY, Trend.PLATEAUS, Trend.GOES_UP);
    }

    /** The bias as it starts and where it should. */
    private record Biases(String name, double[] starts, double[] prior) {
        /** What matters: for classes only differences do, since softmax ignores what all share. */
        double distance() {
            double most = 0;
            double shared = starts.length == 1 ? 0 : mean(starts) - mean(prior);
            for (int i = 0; i < starts.length; i++) {
                most = Math.max(most, Math.abs(starts[i] - prior[i] - shared));
            }
            return most;
        }

        double spread() {
            double middle = starts.length == 1 ? 0 : mean(starts);
            return Arrays.stream(starts).map(b -> Math.abs(b - middle)).max().orElse(0);
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).average().orElse(0);
        }
    }

    private static Optional<Biases> biases(Setup setup) {
        Optional<Node> last = Ending.of(setup).weighted();
        Optional<Parameter> bias = last.filter(n -> n.inputs().size() > 2)
                .flatMap(n -> setup.network().parameter(n.inputs().get(2)))
                .or(() -> last.stream()
                        .flatMap(n -> setup.network().readers(n.output()).stream())
                        .filter(n -> n.operator().equals("Add"))
                        .flatMap(n -> n.inputs().stream())
                        .flatMap(in -> setup.network().parameter(in).stream())
                        .findFirst());
        double[] prior = prior(setup);
        return bias.filter(Parameter::isLearnable)
                .filter(p -> p.type().shape().elements() == prior.length && prior.length <= MOST)
                .flatMap(p -> starts(p, prior.length).map(values -> new Biases(p.name(), values, prior)));
    }

    private static Optional<double[]> starts(Parameter bias, int units) {
        double[] starts = new double[units];
        if (bias.values() instanceof FloatTensor values) {
            Arrays.setAll(starts, i -> values.values()[i]);
            return Optional.of(starts);
        }
        if (bias.initializer() instanceof Initializer.Constant constant) {
            Arrays.fill(starts, constant.value());
            return Optional.of(starts);
        }
        return Optional.empty();
    }

    /** Logarithms of the classes' shares, or of the odds; empty where the loss asks for something else. */
    private static double[] prior(Setup setup) {
        List<Integer> counts = setup.profile().train().classCounts();
        double examples = setup.profile().train().examples();
        Loss loss = Answer.loss(setup);
        if (Answer.isOneOfMany(setup) && loss.isBinary() && Answer.width(setup) == 1 && counts.size() == 2) {
            return new double[] {Math.log((counts.get(1) + 1.0) / (counts.get(0) + 1.0))};
        }
        if (Answer.isOneOfMany(setup) && Answer.comparesClasses(loss)) {
            return counts.stream()
                    .mapToDouble(c -> Math.log((c + 1.0) / examples))
                    .toArray();
        }
        return new double[0];
    }

    @Override
    public List<Finding> look(Setup setup) {
        return biases(setup).filter(b -> b.distance() > FAR).stream()
                .map(b -> Finding.suspected(
                                RULE,
                                b.name(),
                                String.format(
                                        Locale.ROOT,
                                        "starts up to %.3g from the logarithms of the classes' shares",
                                        b.distance()),
                                "The first steps go into learning how frequent classes are; where they start far on the wrong"
                                        + " side, rare classes are hardly seen at first.",
                                "Start the last bias at the logarithms of the classes' shares.")
                        // zeros are what everybody starts from
                        .withSeverity(b.spread() > FAR ? Severity.WARNING : Severity.INFO))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        return biases(setup).filter(b -> b.distance() > FAR).stream()
                .map(b -> "output-bias="
                        + Arrays.stream(b.prior())
                                .mapToObj(v -> String.format(Locale.ROOT, "%.4f", v))
                                .map(OutputBiasFar::plain)
                                .collect(Collectors.joining(",")))
                .toList();
    }

    /** Without zeros at the end, as interventions spell numbers. */
    private static String plain(String number) {
        return new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
