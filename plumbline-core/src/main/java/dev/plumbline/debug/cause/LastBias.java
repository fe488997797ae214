package dev.plumbline.debug.cause;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Statistics;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The output layer's biases as they start, and where they would start best: the logarithms of the classes' shares (of
 * the odds, for one unit), or the targets' mean.
 *
 * @param unit what a distance is told in: 1 for logarithms, the standard deviation for targets
 * @param isRelative whether only differences between units matter, since softmax ignores what all share
 */
record LastBias(String name, double[] starts, double[] prior, double unit, boolean isRelative) {
    private record Prior(double[] values, double unit, boolean isRelative) {}

    static Optional<LastBias> of(Setup setup) {
        return prior(setup)
                .flatMap(prior -> parameter(setup)
                        .filter(p -> p.type().shape().elements() == prior.values().length)
                        .flatMap(p -> starts(p)
                                .map(s ->
                                        new LastBias(p.name(), s, prior.values(), prior.unit(), prior.isRelative()))));
    }

    private static Optional<Parameter> parameter(Setup setup) {
        Optional<Node> last = Ending.of(setup).weighted();
        return last.filter(n -> n.inputs().size() > 2)
                .flatMap(n -> setup.network().parameter(n.inputs().get(2)))
                .or(() -> last.stream()
                        .flatMap(n -> setup.network().readers(n.output()).stream())
                        .filter(n -> n.operator().equals("Add"))
                        .flatMap(n -> n.inputs().stream())
                        .flatMap(in -> setup.network().parameter(in).stream())
                        .findFirst())
                .filter(Parameter::isLearnable);
    }

    private static Optional<double[]> starts(Parameter bias) {
        double[] starts = new double[Math.toIntExact(bias.type().shape().elements())];
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

    /** Empty where the loss asks for something else. */
    private static Optional<Prior> prior(Setup setup) {
        List<Integer> counts = setup.profile().train().classCounts();
        double examples = setup.profile().train().examples();
        Loss loss = Answer.loss(setup);
        if (setup.experiment().task() == Task.REGRESSION && loss.isOfDifferences()) {
            return Optional.of(targets(setup));
        }
        if (Answer.isOneOfMany(setup) && loss.isBinary() && Answer.width(setup) == 1 && counts.size() == 2) {
            double odds = Math.log((counts.get(1) + 1.0) / (counts.get(0) + 1.0));
            return Optional.of(new Prior(new double[] {odds}, 1, false));
        }
        if (Answer.isOneOfMany(setup) && loss.comparesClasses()) {
            double[] shares = counts.stream()
                    .mapToDouble(c -> Math.log((c + 1.0) / examples))
                    .toArray();
            return Optional.of(new Prior(shares, 1, true));
        }
        return Optional.empty();
    }

    /** The mean over all targets, in the unit of training. */
    private static Prior targets(Setup setup) {
        Scale scale = Scale.of(setup);
        double[] means = new double[Answer.wanted(setup)];
        Arrays.fill(means, scale.mean());
        return new Prior(means, Math.max(scale.deviation(), 1e-6), false);
    }

    /** Mean and standard deviation of a regression's train targets, in the unit of training. */
    record Scale(double mean, double deviation) {
        static Scale of(Setup setup) {
            Statistics raw = setup.profile().train().target();
            double range = raw.max() - raw.min();
            return switch (setup.experiment().data().targetNormalization()) {
                case NONE -> new Scale(raw.mean(), raw.deviation());
                case STANDARDIZE -> new Scale(0, raw.deviation() > 0 ? 1 : 0);
                case UNIT_RANGE ->
                    range > 0 ? new Scale((raw.mean() - raw.min()) / range, raw.deviation() / range) : new Scale(0, 0);
            };
        }
    }

    /** How far the farthest bias starts from where it should. */
    double distance() {
        double most = 0;
        double shared = isRelative ? mean(starts) - mean(prior) : 0;
        for (int i = 0; i < starts.length; i++) {
            most = Math.max(most, Math.abs(starts[i] - prior[i] - shared));
        }
        return most / unit;
    }

    /** How far from 0, or from one another, they were set. */
    double size() {
        double middle = isRelative ? mean(starts) : 0;
        return Arrays.stream(starts).map(b -> Math.abs(b - middle)).max().orElse(0) / unit;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
