package dev.plumbline.data.edit;

import dev.plumbline.data.FloatTensor;
import java.util.Arrays;
import java.util.List;

/**
 * Each channel's mean over images {@code (N, channels, height, width)}, and how it varies from image to image against
 * the image's own mean: brightness, which all channels share, would hide the difference between them.
 *
 * @param mean over all images
 * @param tint mean of a channel less its image's mean
 * @param variance of the tint from image to image, over the number of images
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChannelMeans(double[] mean, double[] tint, double[] variance) {
    static ChannelMeans of(FloatTensor images, int most) {
        int channels = images.shape().get(1);
        int area = images.rowElements() / channels;
        int count = Math.min(most, images.length());
        double[] mean = new double[channels];
        double[] tint = new double[channels];
        double[] squares = new double[channels];
        for (int image = 0; image < count; image++) {
            int start = (int) ((long) image * images.length() / count) * channels * area;
            double[] sums = new double[channels];
            for (int i = 0; i < channels * area; i++) {
                sums[i / area] += images.values()[start + i] / area;
            }
            double whole = Arrays.stream(sums).sum() / channels;
            for (int c = 0; c < channels; c++) {
                mean[c] += sums[c] / count;
                double delta = sums[c] - whole - tint[c];
                tint[c] += delta / (image + 1);
                squares[c] += delta * (sums[c] - whole - tint[c]);
            }
        }
        double[] variance = new double[channels];
        for (int c = 0; c < channels; c++) {
            variance[c] = squares[c] / Math.max(1, count - 1) / Math.max(1, count);
        }
        return new ChannelMeans(mean, tint, variance);
    }

    int channels() {
        return mean.length;
    }

    List<Double> list() {
        return Arrays.stream(mean).boxed().toList();
    }

    /** Two-sample z value of this channel against the other images' channel; 0 where neither varies nor differs. */
    private double z(int channel, ChannelMeans other, int otherChannel) {
        double difference = tint[channel] - other.tint[otherChannel];
        double error = Math.sqrt(variance[channel] + other.variance[otherChannel]);
        return difference == 0 ? 0 : difference / Math.max(error, 1e-12);
    }

    /** Sum of squared z values of the channels in an order of the other's. */
    double distance(ChannelMeans other, int[] order) {
        double sum = 0;
        for (int c = 0; c < order.length; c++) {
            double z = z(c, other, order[c]);
            sum += z * z;
        }
        return sum;
    }

    /** The largest z value. */
    double largest(ChannelMeans other, int[] order) {
        double largest = 0;
        for (int c = 0; c < order.length; c++) {
            largest = Math.max(largest, Math.abs(z(c, other, order[c])));
        }
        return largest;
    }
}
