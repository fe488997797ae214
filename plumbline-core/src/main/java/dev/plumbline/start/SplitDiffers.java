package dev.plumbline.start;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.lab.Statistics;
import dev.plumbline.start.DataProfile.FeatureProfile;
import dev.plumbline.start.DataProfile.SplitProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A split whose features or classes differ from train's by more than chance, and by enough to matter. */
final class SplitDiffers implements Check<DataProfile> {
    private static final Rule RULE = new Rule(
            "split-differs",
            Stage.START,
            "A split looks unlike the train split",
            "W4; two-sample z test with Bonferroni's correction; effect size after Cohen, 1988");

    /** Chance of a false alarm over all features and splits together. */
    private static final double ALPHA = 0.01;
    /** Cohen's "medium" effect, in standard deviations: with many examples far smaller differences are significant. */
    private static final double MEDIUM = 0.5;
    /** Share of a split's examples that would have to change class. */
    private static final double CLASSES = 0.25;

    /**
     * A class of at least this share of a split, of which train has a fifth at most: so much of the split is at stake.
     */
    private static final double LOST = 0.05;

    private static final double FIFTH = 0.2;

    /** How far apart a feature's means are, in standard deviations. */
    private record Difference(FeatureProfile train, FeatureProfile other, double size) {}

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        List<Finding> findings = new ArrayList<>();
        profile.splits().forEach((name, split) -> {
            if (name != SplitName.TRAIN) {
                features(profile, name, split, findings);
                classes(profile, name, split, findings);
            }
        });
        return findings;
    }

    private static void features(DataProfile profile, SplitName name, SplitProfile split, List<Finding> findings) {
        SplitProfile train = profile.train();
        int tests = (profile.splits().size() - 1)
                * train.inputs().stream().mapToInt(i -> i.features().size()).sum();
        // P(|Z| > z) <= exp(-z^2 / 2), so that this is on the safe side
        double z = Math.sqrt(2 * Math.log(Math.max(1, tests) / ALPHA));
        double byChance = z * Math.sqrt(1.0 / train.examples() + 1.0 / Math.max(1, split.examples()));
        List<Difference> differing = new ArrayList<>();
        for (int i = 0; i < train.inputs().size(); i++) {
            List<FeatureProfile> features = train.inputs().get(i).features();
            for (int f = 0; f < features.size(); f++) {
                FeatureProfile other = split.inputs().get(i).features().get(f);
                double size = size(features.get(f).values(), other.values(), train.examples(), split.examples());
                if (size > Math.max(MEDIUM, byChance)) {
                    differing.add(new Difference(features.get(f), other, size));
                }
            }
        }
        if (!differing.isEmpty()) {
            differing.sort(Comparator.comparingDouble(Difference::size).reversed());
            findings.add(finding(
                    name,
                    "split " + name,
                    seen(differing),
                    "The network is scored on inputs unlike those it learns from: part of its error is distribution"
                            + " shift, not overfitting."));
        }
    }

    /** The difference of means in pooled standard deviations; infinite between two different constants. */
    private static double size(Statistics one, Statistics other, double n, double m) {
        double difference = Math.abs(one.mean() - other.mean());
        double pooled = Math.sqrt(
                (n * one.deviation() * one.deviation() + m * other.deviation() * other.deviation()) / (n + m));
        return difference == 0 || Double.isNaN(difference) ? 0 : difference / pooled;
    }

    private static String seen(List<Difference> differing) {
        Difference most = differing.get(0);
        return Figures.count(differing.size(), "feature") + " with another mean than in train, most of all "
                + most.train().name() + ": "
                + Figures.number(most.other().values().mean()) + " against "
                + Figures.number(most.train().values().mean()) + ", "
                + (Double.isInfinite(most.size())
                        ? "constant in both"
                        : Figures.number(most.size()) + " standard deviations apart");
    }

    private static void classes(DataProfile profile, SplitName name, SplitProfile split, List<Finding> findings) {
        if (profile.task() != Task.CLASSIFICATION || split.examples() == 0) {
            return;
        }
        List<Integer> train = profile.train().classCounts();
        double moved = 0;
        double expected = 0;
        int largest = 0;
        double most = 0;
        boolean lost = false;
        for (int k = 0; k < train.size(); k++) {
            double before = (double) train.get(k) / profile.train().examples();
            double after = (double) split.classCounts().get(k) / split.examples();
            moved += Math.abs(after - before) / 2;
            // mean absolute deviation of a share drawn by chance, halved likewise
            expected += Math.sqrt(before
                            * (1 - before)
                            * 2
                            / Math.PI
                            * (1.0 / split.examples() + 1.0 / profile.train().examples()))
                    / 2;
            lost |= isLost(before, after, profile.train().examples(), split.examples(), train.size());
            if (Math.abs(after - before) > most) {
                most = Math.abs(after - before);
                largest = k;
            }
        }
        if (moved > Math.max(CLASSES, 3 * expected) || lost) {
            findings.add(finding(
                    name,
                    "target " + profile.schema().target() + " of " + name,
                    Figures.percent(moved) + " of the examples would have to change class to match train, most of all "
                            + Classes.name(profile, largest) + ": "
                            + Figures.percent((double) split.classCounts().get(largest) / split.examples())
                            + " against "
                            + Figures.percent((double) train.get(largest)
                                    / profile.train().examples()),
                    "The network learns how frequent classes are; where that is different it errs towards train's."));
        }
    }

    /** Whether train has next to nothing of a class that the split asks for often, beyond chance. */
    private static boolean isLost(double train, double split, int n, int m, int classes) {
        double both = (train * n + split * m) / (n + m);
        double deviation = Math.sqrt(both * (1 - both) * (1.0 / n + 1.0 / m));
        double z = Math.sqrt(2 * Math.log(classes / ALPHA));
        return split >= LOST && train < FIFTH * split && split - train > z * deviation;
    }

    private static Finding finding(SplitName split, String subject, String seen, String why) {
        boolean meant = split == SplitName.SHIFTED_VALIDATION;
        return new Finding(
                RULE,
                meant ? Severity.INFO : Severity.WARNING,
                Status.CONFIRMED,
                subject,
                seen,
                why,
                "a difference beyond chance (1 % over all features together)",
                meant
                        ? "It is meant to be so; this is where they differ most."
                        : "Shuffle before splitting (a file sorted by class or by time?); if the difference is real, make"
                                + " this split `shifted-validation`, so that the shift is measured by itself.");
    }
}
