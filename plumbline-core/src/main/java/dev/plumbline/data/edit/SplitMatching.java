package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees splits whose inputs were shifted and scaled otherwise than train's, and brings them to train's scale. What
 * counts is the middle feature, so that a few features that really differ are no reason. {@code shifted-validation} is
 * left alone: it is meant to differ.
 */
public final class SplitMatching {
    /** The smallest split whose moments say something. */
    private static final int FEWEST = 20;
    /** [0, 1] against deviation 1 is about 3, [0, 1] against [-1, 1] is 2 with a shift, 0 to 255 is 255. */
    private static final double SCALE = Math.log(2.5);

    private static final double SCALE_WITH_SHIFT = Math.log(1.5);
    /** In standard deviations; Cohen's "large" effect, 0.8, in the middle feature. */
    private static final double SHIFT = 0.8;

    private static final double SHIFT_WITH_SCALE = 0.4;
    /** What is left of either when one shift and one factor for all features explain the difference. */
    private static final double EXPLAINED = 0.2;

    private SplitMatching() {}

    /**
     * How a split's inputs differ from train's.
     *
     * @param input number of the input
     * @param scale the middle feature's deviation, in train's
     * @param shift the middle feature's mean less train's, in the larger deviation of the two
     * @param meanHere over all elements; likewise the other three
     */
    public record Mismatch(
            SplitName split,
            int input,
            double scale,
            double shift,
            double meanHere,
            double deviationHere,
            double meanOfTrain,
            double deviationOfTrain) {}

    /** How the middle feature differs. */
    private record Middle(double scale, double shift, double scaleSize, double shiftSize, double shifted) {
        boolean differs() {
            return scaleSize > SCALE
                    || (scaleSize > SCALE_WITH_SHIFT && shiftSize > SHIFT_WITH_SCALE)
                    || (shiftSize > SHIFT && shifted > 0.8);
        }
    }

    /** Every split and input that differs. */
    public static List<Mismatch> of(Dataset dataset) {
        List<Mismatch> found = new ArrayList<>();
        dataset.splits().forEach((name, split) -> {
            for (int i = 0; i < split.inputs().size(); i++) {
                mismatch(dataset, name, i).ifPresent(found::add);
            }
        });
        return found;
    }

    private static Optional<Mismatch> mismatch(Dataset dataset, SplitName name, int input) {
        Split split = dataset.split(name).orElseThrow();
        boolean compared = name == SplitName.VALIDATION || name == SplitName.TEST;
        if (!compared
                || split.size() < FEWEST
                || dataset.train().size() < FEWEST
                || !(dataset.train().inputs().get(input) instanceof FloatTensor train)
                || !(split.inputs().get(input) instanceof FloatTensor here)) {
            return Optional.empty();
        }
        Middle middle = middle(
                Moments.of(train, dataset.schema().modality()),
                Moments.of(here, dataset.schema().modality()));
        if (middle == null || !middle.differs()) {
            return Optional.empty();
        }
        Moments all = Moments.ofAll(train);
        Moments allHere = Moments.ofAll(here);
        return Optional.of(new Mismatch(
                name,
                input,
                Math.exp(middle.scale()),
                middle.shift(),
                allHere.mean()[0],
                allHere.deviation()[0],
                all.mean()[0],
                all.deviation()[0]));
    }

    private static @Nullable Middle middle(Moments train, Moments here) {
        List<Double> scales = new ArrayList<>();
        List<Double> shifts = new ArrayList<>();
        for (int f = 0; f < train.features(); f++) {
            if (train.varies(f) && here.varies(f)) {
                scales.add(Math.log(here.deviation()[f] / train.deviation()[f]));
                shifts.add((here.mean()[f] - train.mean()[f]) / Math.max(here.deviation()[f], train.deviation()[f]));
            }
        }
        if (scales.isEmpty()) {
            return null;
        }
        double shifted = shifts.stream().filter(s -> Math.abs(s) > SHIFT / 2).count() / (double) shifts.size();
        double scale = median(scales);
        // a feature that varies ten times as much here may vary a tenth as much there: that is no preparation
        return new Middle(
                scale,
                median(shifts),
                Math.min(Math.abs(scale), median(scales.stream().map(Math::abs).toList())),
                median(shifts.stream().map(Math::abs).toList()),
                shifted);
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    static Dataset apply(Dataset dataset) {
        Dataset changed = dataset;
        for (Mismatch mismatch : of(dataset)) {
            Split split = changed.split(mismatch.split()).orElseThrow();
            List<Tensor> inputs = new ArrayList<>(split.inputs());
            inputs.set(
                    mismatch.input(),
                    matched(
                            (FloatTensor) dataset.train().inputs().get(mismatch.input()),
                            (FloatTensor) split.inputs().get(mismatch.input()),
                            dataset));
            changed = changed.with(mismatch.split(), split.withInputs(inputs));
        }
        return changed;
    }

    /** By one shift and factor for all features where these explain the difference, else feature by feature. */
    private static FloatTensor matched(FloatTensor train, FloatTensor here, Dataset dataset) {
        FloatTensor together = mapped(here, Moments.ofAll(here), Moments.ofAll(train));
        Moments of = Moments.of(train, dataset.schema().modality());
        Middle left = middle(of, Moments.of(together, dataset.schema().modality()));
        boolean explained = left != null && left.scaleSize() < EXPLAINED && left.shiftSize() < EXPLAINED;
        return explained
                ? together
                : mapped(here, Moments.of(here, dataset.schema().modality()), of);
    }

    private static FloatTensor mapped(FloatTensor tensor, Moments from, Moments to) {
        float[] values = tensor.values();
        float[] out = Arrays.copyOf(values, values.length);
        for (int i = 0; i < out.length; i++) {
            int f = i / from.stride() % from.features();
            double factor = from.varies(f) && to.varies(f) ? to.deviation()[f] / from.deviation()[f] : 1;
            out[i] = (float) ((values[i] - from.mean()[f]) * factor + to.mean()[f]);
        }
        return new FloatTensor(out, tensor.shape());
    }
}
