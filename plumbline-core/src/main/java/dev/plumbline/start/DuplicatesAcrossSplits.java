package dev.plumbline.start;

import dev.plumbline.data.SplitName;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.start.DataProfile.Overlap;
import dev.plumbline.start.DataProfile.SplitProfile;
import java.util.List;
import java.util.Objects;

/** Examples that are scored although they were learned from: memory passes for understanding. */
final class DuplicatesAcrossSplits implements Check<DataProfile> {
    private static final Rule RULE = new Rule(
            "duplicates-across-splits",
            Stage.START,
            "Examples of one split stand in another too",
            "RULES, splits; Barz and Denzler, Do We Train on Test Data?, 2020: 3.3 % of CIFAR-10's test, 10 % of CIFAR-100's");

    /** Fewer copies than this are a curiosity. */
    private static final int HANDFUL = 5;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        return profile.overlaps().stream()
                .map(overlap -> finding(profile, overlap))
                .toList();
    }

    private static Finding finding(DataProfile profile, Overlap overlap) {
        boolean learnedFrom = overlap.in() == SplitName.TRAIN;
        boolean leak = learnedFrom && isLeak(profile, overlap);
        boolean beyondNoise = overlap.examples() >= HANDFUL && overlap.share() > noise(profile, overlap.of());
        Severity severity =
                !leak && learnedFrom ? Severity.INFO : leak && beyondNoise ? Severity.ERROR : Severity.WARNING;
        String share = Figures.percent(overlap.share());
        return new Finding(
                RULE,
                severity,
                Status.CONFIRMED,
                "split " + overlap.of(),
                Figures.count(overlap.examples(), "example") + " (" + share + ") also in " + overlap.in(),
                why(overlap, learnedFrom, leak),
                "inputs were compared element by element",
                leak || !learnedFrom
                        ? "Remove them from " + overlap.in() + ", and remove duplicates before splitting; then score"
                                + " again."
                        : "Nothing, unless you know them to be copies.");
    }

    private static String why(Overlap overlap, boolean learnedFrom, boolean leak) {
        if (!learnedFrom) {
            return "The two splits should be independent: what is chosen on one is partly scored on itself.";
        }
        return leak
                ? "These examples are scored from memory: the " + overlap.of() + " score is too good by up to "
                        + Figures.percent(overlap.share()) + "."
                : "The inputs are coarse, and equal ones are as frequent within train: different cases that look alike"
                        + " are no leak.";
    }

    /**
     * Copies, where inputs are too fine to agree by chance, or where they are more frequent than within train: splits
     * drawn from one source would hold as many.
     */
    private static boolean isLeak(DataProfile profile, Overlap overlap) {
        SplitProfile train = profile.train();
        if (Copies.areCertain(train)) {
            return true;
        }
        int examples =
                Objects.requireNonNull(profile.splits().get(overlap.of())).examples();
        // every duplicate has a twin that is not counted as one
        double within = Math.min(1, 2.0 * train.duplicates() / train.examples());
        // at least one example's worth, where train has no duplicates at all
        double deviation = Math.sqrt(Math.max(within * (1 - within), 1.0 / examples) / examples);
        return overlap.share() > within + 3 * deviation;
    }

    /**
     * The share of copies that can move a score beyond its 95 % interval: at an error of one half, memory turns half of
     * the copies from wrong to right, and the interval is 1.96 / (2 sqrt(n)) to either side.
     */
    private static double noise(DataProfile profile, SplitName split) {
        return 1.96
                / Math.sqrt(Objects.requireNonNull(profile.splits().get(split)).examples());
    }
}
