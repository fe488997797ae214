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
                new OfWholeExamples(new InputsCorrupted(evidence)),
                new OfWholeExamples(new TargetsCorrupted(evidence)),
                new OfWholeExamples(new NormalizationDiffers(evidence)),
                new OfWholeExamples(new ChannelsSwapped(evidence)),
                new OfWholeExamples(new LabelsDifferBetweenSplits(evidence)),
                new OfWholeExamples(new LabelsShuffled(evidence)),
                new OfWholeExamples(new LabelNoise(evidence)),
                new OfWholeExamples(new UnshuffledOrder(evidence)),
                new RareClassesLost(),
                new DuplicateExamples(),
                new ExamplesHeldBack(),
                new OfWholeExamples(new LeakingFeature(evidence)),
                new OfWholeExamples(new OrderLost(evidence)),
                new OfWholeExamples(new WrongAugmentation(evidence)),
                new MetricUnsuited());
    }
}
