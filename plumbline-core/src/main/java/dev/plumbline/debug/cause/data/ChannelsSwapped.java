package dev.plumbline.debug.cause.data;

import dev.plumbline.data.SplitName;
import dev.plumbline.data.edit.ChannelOrder;
import dev.plumbline.data.edit.ChannelOrder.Disorder;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.List;
import java.util.stream.Collectors;

/** Image channels in another order than train's, or taken for rows of the image (D1). */
final class ChannelsSwapped extends BetweenSplits<Disorder> {
    private static final Rule RULE = new Rule(
            "channels-swapped",
            Stage.COMPARE,
            "Image channels are out of place",
            "D1: inputs pre-processed wrongly; two-sample z test of each channel's tint, z above 6");

    ChannelsSwapped(Evidence evidence) {
        super(RULE, DataEdit.Repair.PERMUTE_CHANNELS, "permute-channels", evidence);
    }

    @Override
    List<Disorder> faults(Evidence known, Setup setup) {
        return ChannelOrder.of(known.data(setup));
    }

    @Override
    SplitName split(Disorder disorder) {
        return disorder.split();
    }

    @Override
    Finding finding(Setup setup, Disorder disorder) {
        boolean interleaved = disorder.order().isEmpty();
        return Finding.suspected(
                RULE,
                "images of " + disorder.split(),
                interleaved
                        ? "neighbours in a row of pixels differ more than pixels "
                                + disorder.meansHere().size() + " apart, as if channels lay side by side"
                        : "channel means " + numbers(disorder.meansHere()) + ", in train "
                                + numbers(disorder.meansOfTrain()) + "; the order " + disorder.order() + " fits",
                interleaved
                        ? "What the network takes for neighbouring pixels are channels of one pixel."
                        : "Each kernel sees a channel that it did not learn on.",
                interleaved
                        ? "Transpose the images from (height, width, channels) instead of reshaping them."
                        : "Read all images by the same library: OpenCV gives BGR, most others RGB.");
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(Figures::number).collect(Collectors.joining(", "));
    }
}
