package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.intervention.DropFeature;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One feature alone gives the target away: it was made from the target, or after it. */
final class LeakingFeature implements Cause {
    private static final Rule RULE = new Rule(
            "leaking-feature",
            Stage.COMPARE,
            "One feature gives the target away",
            "RULES: leakage; Kaufman, Rosset and Perlich, Leakage in Data Mining, 2012");
    /** What the feature alone must score. */
    private static final double ALMOST_ALL = 0.98;
    /** The feature leaves at most this share of what the next best feature leaves open. */
    private static final double FAR_BETTER = 0.2;
    /** Where another feature says nearly as much the task is easy. */
    private static final double EASY = 0.95;
    /** A feature that says less of another split by so much does not leak there. */
    private static final double ELSEWHERE = 0.1;

    private final Evidence evidence;

    LeakingFeature(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return Set.of();
    }

    @Override
    public boolean onlyInFullTraining() {
        return true;
    }

    /**
     * @param column number in a row
     * @param alone what it scores in train, left-one-out
     * @param next what the next best feature does
     * @param elsewhere the least that it scores in another split; NaN where there is none
     */
    private record Leak(int column, double alone, double next, double elsewhere) {
        boolean isTrainOnly() {
            return elsewhere < alone - ELSEWHERE;
        }
    }

    private Optional<Leak> leak(Setup setup) {
        Dataset dataset = evidence.data(setup);
        FeatureScores train = FeatureScores.of(dataset, dataset.train());
        int best = train.best();
        if (best < 0
                || train.score(best) < ALMOST_ALL
                || train.next(best) > EASY
                || 1 - train.score(best) > FAR_BETTER * (1 - train.next(best))
                || train.score(best) - train.constant() < FAR_BETTER) {
            return Optional.empty();
        }
        double elsewhere = Set.of(SplitName.VALIDATION, SplitName.TEST).stream()
                .flatMap(name -> dataset.split(name).stream())
                .filter(split -> split.size() >= 20)
                .mapToDouble(split -> FeatureScores.of(dataset, dataset.train(), split, best))
                .min()
                .orElse(Double.NaN);
        return Optional.of(new Leak(best, train.score(best), train.next(best), elsewhere));
    }

    private static String name(Setup setup, int column) {
        InputSchema input = setup.dataset().schema().inputs().get(0);
        return column < input.features().size() ? input.features().get(column) : String.valueOf(column);
    }

    @Override
    public List<Finding> look(Setup setup) {
        return leak(setup).stream()
                .map(leak -> Finding.suspected(
                        RULE,
                        "feature " + name(setup, leak.column()),
                        "alone it " + (setup.dataset().schema().classNames().isEmpty() ? "explains " : "is right for ")
                                + Figures.percent(leak.alone()) + " of train, the next best feature "
                                + Figures.percent(leak.next())
                                + (Double.isNaN(leak.elsewhere())
                                        ? ""
                                        : "; in another split " + Figures.percent(leak.elsewhere())),
                        leak.isTrainOnly()
                                ? "The network relies on what it is not given elsewhere."
                                : "If it is not known when the network is used, the score is a promise that cannot be"
                                        + " kept.",
                        "Ask whether it is known before the target is; if not, take it away (`"
                                + DropFeature.of(name(setup, leak.column())).name() + "`)."))
                .toList();
    }

    /** Only where other splits lack the leak can a score tell; elsewhere a person has to judge. */
    @Override
    public List<String> edits(Setup setup) {
        return leak(setup)
                .filter(Leak::isTrainOnly)
                .map(leak -> List.of(DropFeature.of(name(setup, leak.column())).name()))
                .orElse(List.of());
    }
}
