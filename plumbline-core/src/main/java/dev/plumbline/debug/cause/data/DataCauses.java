package dev.plumbline.debug.cause.data;

import dev.plumbline.debug.cause.Cause;
import java.util.List;

/** The causes that lie in the data; they share what simple models make of them. */
public final class DataCauses {
    private DataCauses() {}

    /** All of them; a new one is added to this list. */
    public static List<Cause> list() {
        Evidence evidence = new Evidence();
        return List.of(
                new InputsCorrupted(evidence),
                new TargetsCorrupted(evidence),
                new NormalizationDiffers(evidence),
                new ChannelsSwapped(evidence),
                new LabelsDifferBetweenSplits(evidence),
                new LabelsShuffled(evidence),
                new LabelNoise(evidence),
                new UnshuffledOrder(evidence),
                new RareClassesLost(),
                new DuplicateExamples(),
                new LeakingFeature(evidence),
                new OrderLost(evidence),
                new WrongAugmentation(evidence),
                new MetricUnsuited());
    }
}
