package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Modality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Sees image channels that stand in another order than train's (RGB and BGR), and images whose channels were last in
 * the file but cut out of the row as if they were first; and puts them right.
 */
public final class ChannelOrder {
    /** So many channels have few enough orders to try them all. */
    private static final int MOST_CHANNELS = 4;
    /** Two-sample z value from which a difference of channels is beyond chance for any number of pairs. */
    private static final double CERTAIN = 6;
    /** What is left of the squared differences in the better order. */
    private static final double LEFT = 0.1;
    /** A lag of all channels is this much smoother than its neighbours only where channels lie side by side. */
    private static final double SMOOTHER = 0.85;

    private static final int MOST_IMAGES = 2_000;

    private ChannelOrder() {}

    /**
     * A split with channels out of place.
     *
     * @param order the channel of this split that stands for train's channel 0, 1, ...; empty where channels lie side
     *     by side in what are taken for rows
     * @param meansHere each channel's mean over the split
     * @param meansOfTrain over train
     */
    public record Disorder(SplitName split, List<Integer> order, List<Double> meansHere, List<Double> meansOfTrain) {
        public Disorder {
            order = List.copyOf(order);
            meansHere = List.copyOf(meansHere);
            meansOfTrain = List.copyOf(meansOfTrain);
        }
    }

    /** Every split out of order, train first. */
    public static List<Disorder> of(Dataset dataset) {
        List<Disorder> found = new ArrayList<>();
        if (dataset.schema().modality() != Modality.IMAGE
                || !(dataset.train().inputs().get(0) instanceof FloatTensor train)
                || train.shape().rank() != 4
                || train.shape().get(1) < 2
                || train.shape().get(1) > MOST_CHANNELS) {
            return found;
        }
        ChannelMeans ofTrain = ChannelMeans.of(train, MOST_IMAGES);
        for (Map.Entry<SplitName, Split> entry : dataset.splits().entrySet()) {
            if (entry.getValue().inputs().get(0) instanceof FloatTensor here) {
                ChannelMeans means = ChannelMeans.of(here, MOST_IMAGES);
                if (areInterleaved(here)) {
                    found.add(new Disorder(entry.getKey(), List.of(), means.list(), ofTrain.list()));
                } else if (entry.getKey() != SplitName.TRAIN && entry.getKey() != SplitName.SHIFTED_VALIDATION) {
                    List<Integer> order = order(ofTrain, means);
                    if (!order.isEmpty()) {
                        found.add(new Disorder(entry.getKey(), order, means.list(), ofTrain.list()));
                    }
                }
            }
        }
        return found;
    }

    /** The order that fits far better than the one there is; empty where there is none. */
    private static List<Integer> order(ChannelMeans train, ChannelMeans here) {
        int channels = train.channels();
        int[] identity = Orders.identity(channels);
        double asItIs = train.distance(here, identity);
        double largest = train.largest(here, identity);
        int[] best = identity;
        for (int[] order : Orders.all(channels)) {
            best = train.distance(here, order) < train.distance(here, best) ? order : best;
        }
        return largest > CERTAIN && train.distance(here, best) < LEFT * asItIs
                ? Arrays.stream(best).boxed().toList()
                : List.of();
    }

    /**
     * Mean steps between elements of a row a lag apart grow with the lag in pictures, unless neighbours belong to
     * different channels: then a lag of all channels is smoother than one less and one more.
     */
    private static boolean areInterleaved(FloatTensor images) {
        int channels = images.shape().get(1);
        int width = images.rowElements();
        int count = Math.min(MOST_IMAGES / 4, images.length());
        double[] steps = new double[3];
        double[] phase = new double[channels];
        double total = 0;
        double squares = 0;
        for (int image = 0; image < count; image++) {
            int start = (int) ((long) image * images.length() / count) * width;
            for (int i = 0; i + channels + 1 < width; i++) {
                float value = images.values()[start + i];
                for (int lag = 0; lag < 3; lag++) {
                    steps[lag] += Math.abs(images.values()[start + i + channels - 1 + lag] - value);
                }
                phase[i % channels] += value;
                total += value;
                squares += (double) value * value;
            }
        }
        double pairs = Math.max(1.0, (double) count * (width - channels - 1));
        double deviation = Math.sqrt(Math.max(0, squares / pairs - total / pairs * (total / pairs)));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double sum : phase) {
            low = Math.min(low, sum / (pairs / channels));
            high = Math.max(high, sum / (pairs / channels));
        }
        boolean smoother = steps[1] < SMOOTHER * (channels == 2 ? steps[2] : Math.min(steps[0], steps[2]));
        // stripes of that period would not be in step over all rows and images
        return smoother && high - low > 0.05 * deviation;
    }

    static Dataset apply(Dataset dataset) {
        Dataset changed = dataset;
        for (Disorder disorder : of(dataset)) {
            Split split = changed.split(disorder.split()).orElseThrow();
            List<Tensor> inputs = new ArrayList<>(split.inputs());
            FloatTensor images = (FloatTensor) inputs.get(0);
            inputs.set(0, disorder.order().isEmpty() ? separated(images) : ordered(images, disorder.order()));
            changed = changed.with(disorder.split(), split.withInputs(inputs));
        }
        return changed;
    }

    private static FloatTensor ordered(FloatTensor images, List<Integer> order) {
        int channels = order.size();
        int area = images.rowElements() / channels;
        float[] out = new float[images.values().length];
        for (int start = 0; start < out.length; start += channels * area) {
            for (int c = 0; c < channels; c++) {
                System.arraycopy(images.values(), start + order.get(c) * area, out, start + c * area, area);
            }
        }
        return new FloatTensor(out, images.shape());
    }

    private static FloatTensor separated(FloatTensor images) {
        int channels = images.shape().get(1);
        int row = images.rowElements();
        int area = row / channels;
        float[] out = new float[images.values().length];
        for (int i = 0; i < out.length; i++) {
            int within = i % row;
            out[i] = images.values()[i - within + within % area * channels + within / area];
        }
        return new FloatTensor(out, images.shape());
    }
}
