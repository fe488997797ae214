package dev.plumbline.start;

import dev.plumbline.experiment.Normalization;
import dev.plumbline.finding.Check;
import java.util.List;

/** The checks on data. To add one: write a class and its page, and list it here. */
public final class DataChecks {
    private DataChecks() {}

    /** For data that will be standardized, as they are by default. */
    public static List<Check<DataProfile>> standard() {
        return standard(Normalization.STANDARDIZE, false);
    }

    /**
     * For a profile of the data as they were read.
     *
     * @param normalization what will be done to them before the network sees them, which decides whether unequal scales
     *     matter
     * @param scalesItself whether the network comes from a file, and so may scale its inputs itself
     */
    public static List<Check<DataProfile>> standard(Normalization normalization, boolean scalesItself) {
        return List.of(
                new MissingOrInfiniteValues(),
                new DuplicatesAcrossSplits(),
                new ConflictingLabels(),
                new FeaturesDifferInScale(normalization, scalesItself),
                new ConstantFeature(),
                new ClassImbalance(),
                new RareClass(),
                new SplitDiffers(),
                new FewExamples());
    }
}
