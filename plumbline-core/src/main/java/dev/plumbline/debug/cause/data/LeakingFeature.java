package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.intervention.DropFeature;
import java.util.List;
import java.util.Optional;

/** One feature alone gives the target away: it was made from the target, or after it. */
final class LeakingFeature implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "leaking-feature",
            Stage.COMPARE,
            "One feature gives the target away",
            "RULES: leakage; Kaufman, Rosset and Perlich, Leakage in Data Mining, 2012");
    /** What the feature alone must score. */
    private static final double ALMOST_ALL = 0.99;
    /** The feature leaves at most this share of what the next best feature leaves open. */
    private static final double FAR_BETTER = 0.2;
    /** Where another feature says nearly as much the task is easy. */
    private static final double EASY = 0.95;
    /** A feature that says less of another split by so much does not leak there. */
    private static final double ELSEWHERE = 0.1;

    private static final int FEWEST = 20;

    private final Evidence evidence;

    LeakingFeature(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    /**
     * @param column number in a row
     * @param alone what it scores in train, left-one-out
     * @param next what the next best feature does
     * @param validation what it scores in validation, as learned from train; NaN where there is none
     * @param test likewise
     */
    private record Leak(int column, double alone, double next, double validation, double test) {
        boolean isTrainOnly() {
            return Math.min(lacks(validation), lacks(test)) < alone - ELSEWHERE;
        }

        boolean isMissedByValidation() {
            return lacks(validation) < alone - ELSEWHERE;
        }

        private double lacks(double score) {
            return Double.isNaN(score) ? alone : score;
        }

        String elsewhere() {
            return text(validation, SplitName.VALIDATION) + text(test, SplitName.TEST);
        }

        private static String text(double score, SplitName split) {
            return Double.isNaN(score) ? "" : "; in " + split + " " + Figures.percent(score);
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
        return Optional.of(new Leak(
                best,
                train.score(best),
                train.next(best),
                elsewhere(dataset, SplitName.VALIDATION, best),
                elsewhere(dataset, SplitName.TEST, best)));
    }

    private static double elsewhere(Dataset dataset, SplitName name, int column) {
        return dataset.split(name)
                .filter(split -> split.size() >= FEWEST)
                .map(split -> FeatureScores.of(dataset, dataset.train(), split, column))
                .orElse(Double.NaN);
    }

    private static String name(Setup setup, int column) {
        InputSchema input = setup.dataset().schema().inputs().get(0);
        return column < input.features().size() ? input.features().get(column) : String.valueOf(column);
    }

    @Override
    public List<Finding> look(Setup setup) {
        return leak(setup).map(leak -> finding(setup, leak)).stream().toList();
    }

    private static Finding finding(Setup setup, Leak leak) {
        String name = name(setup, leak.column());
        Finding finding = Finding.suspected(
                RULE,
                "feature " + name,
                "alone it " + (setup.dataset().schema().classNames().isEmpty() ? "explains " : "is right for ")
                        + Figures.percent(leak.alone()) + " of train, the next best feature "
                        + Figures.percent(leak.next()) + leak.elsewhere(),
                leak.isTrainOnly()
                        ? "The network relies on what it is not given elsewhere."
                        : "If it is not known when the network is used, the score is a promise that cannot be kept.",
                "Ask whether it is known before the target is; if not, take it away (`"
                        + DropFeature.of(name).name() + "`).");
        return leak.isTrainOnly()
                ? finding.confirmed("the feature was asked in the other splits as in train")
                : finding;
    }

    /** Only where validation lacks the leak can a score tell; elsewhere a person has to judge. */
    @Override
    public List<String> edits(Setup setup) {
        return leak(setup)
                .filter(Leak::isMissedByValidation)
                .map(leak -> List.of(DropFeature.of(name(setup, leak.column())).name()))
                .orElse(List.of());
    }
}
