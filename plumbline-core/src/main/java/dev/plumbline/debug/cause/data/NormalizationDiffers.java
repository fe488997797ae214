package dev.plumbline.debug.cause.data;

import dev.plumbline.data.SplitName;
import dev.plumbline.data.edit.SplitMatching;
import dev.plumbline.data.edit.SplitMatching.Mismatch;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.List;
import java.util.Locale;

/** A split's inputs were prepared otherwise than train's: scaled in one, raw in the other (D1). */
final class NormalizationDiffers extends BetweenSplits<Mismatch> {
    private static final Rule RULE = new Rule(
            "normalization-differs",
            Stage.COMPARE,
            "A split's inputs are prepared otherwise than train's",
            "D1: inputs pre-processed wrongly; effect size after Cohen, 1988: large is 0.8 deviations");

    NormalizationDiffers(Evidence evidence) {
        super(RULE, DataEdit.Repair.MATCH_SPLITS, "match-splits", evidence);
    }

    @Override
    List<Mismatch> faults(Evidence known, Setup setup) {
        return SplitMatching.of(known.data(setup));
    }

    @Override
    SplitName split(Mismatch mismatch) {
        return mismatch.split();
    }

    @Override
    Finding finding(Setup setup, Mismatch mismatch) {
        return Finding.suspected(
                RULE,
                "inputs of " + mismatch.split(),
                String.format(
                        Locale.ROOT,
                        "mean %.4g and standard deviation %.4g over all of %s, %.4g and %.4g over train; the middle"
                                + " feature has %.3g times train's deviation and its mean lies %.2g deviations off",
                        mismatch.meanHere(),
                        mismatch.deviationHere(),
                        mismatch.split(),
                        mismatch.meanOfTrain(),
                        mismatch.deviationOfTrain(),
                        mismatch.scale(),
                        mismatch.shift()),
                "The network is scored on numbers of another scale than those it learned from.",
                "Prepare every split by the same code, with numbers fitted on train; `match-splits` shows what that"
                        + " brings.");
    }
}
