package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.estimate.Learned;
import dev.plumbline.experiment.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sees regression targets of train that stand for "missing" or are of another unit, and drops their examples. Targets
 * far from the others that the inputs announce are no fault.
 */
public final class TargetFaults {
    private static final int FEWEST = 20;
    /** Targets in the quarters around the median lie within one; so many times farther nothing lies between. */
    private static final double RATIO = 4;

    private TargetFaults() {}

    /**
     * @param standIn the number that stands for "missing"; null where targets are of another unit
     * @param example one target concerned
     * @param usual the median of the others
     */
    public record Fault(int output, @Nullable Double standIn, double example, double usual, int count, int of) {}

    /** What is wrong with train's targets, output by output. */
    public static List<Fault> of(Dataset dataset) {
        if (dataset.task() != Task.REGRESSION || dataset.train().size() < FEWEST) {
            return List.of();
        }
        int outputs = dataset.train().targets().rowElements();
        return IntStream.range(0, Math.min(outputs, 16))
                .mapToObj(output -> fault(dataset, output))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fault> fault(Dataset dataset, int output) {
        double[] values = column(dataset.train(), output);
        boolean[] concerned = concerned(values);
        int count = 0;
        double example = Double.NaN;
        for (int row = 0; row < values.length; row++) {
            count += concerned[row] ? 1 : 0;
            example = concerned[row] ? values[row] : example;
        }
        if (count == 0 || isAnnounced(dataset, concerned)) {
            return Optional.empty();
        }
        double[] others = IntStream.range(0, values.length)
                .filter(row -> !concerned[row])
                .mapToDouble(row -> values[row])
                .sorted()
                .toArray();
        return Optional.of(new Fault(
                output, StandIn.of(values).orElse(null), example, others[others.length / 2], count, values.length));
    }

    /** A far value again and again, or one end of the range far more often than any other value. */
    private static Optional<Double> standIn(double[] values) {
        return StandIn.of(values).or(() -> StandIn.atTheEnd(values));
    }

    private static double[] column(Split train, int output) {
        int width = train.targets().rowElements();
        return IntStream.range(0, train.size())
                .mapToDouble(row -> train.targets().get(row * width + output))
                .toArray();
    }

    private static boolean[] concerned(double[] values) {
        boolean[] concerned = new boolean[values.length];
        Optional<Double> standIn = standIn(values);
        if (standIn.isPresent()) {
            for (int row = 0; row < values.length; row++) {
                concerned[row] = values[row] == standIn.get();
            }
            return concerned;
        }
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length < FEWEST || sorted[sorted.length / 4] == sorted[3 * sorted.length / 4]) {
            return concerned;
        }
        double median = sorted[sorted.length / 2];
        double[] far = Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        return Gap.beyond(far, RATIO, false);
    }

    /** Whether a simple model can tell from the inputs which targets lie far out. */
    private static boolean isAnnounced(Dataset dataset, boolean[] concerned) {
        long[] classes = new long[concerned.length];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = concerned[row] ? 1 : 0;
        }
        Schema schema = dataset.schema();
        Split train = new Split(dataset.train().inputs(), LongTensor.of(classes, classes.length));
        Dataset groups = new Dataset(
                Task.CLASSIFICATION,
                new Schema(schema.modality(), schema.inputs(), schema.target(), List.of("usual", "far"), 2),
                Map.of(SplitName.TRAIN, train),
                List.of());
        return Learned.from(groups, train).leftOut().isBeyondChance();
    }

    static Dataset drop(Dataset dataset) {
        Dataset changed = dataset;
        for (Fault fault : of(dataset)) {
            double[] values = column(changed.train(), fault.output());
            boolean[] concerned = concerned(values);
            changed = changed.with(
                    SplitName.TRAIN,
                    changed.train()
                            .pick(IntStream.range(0, values.length)
                                    .filter(row -> !concerned[row])
                                    .toArray()));
        }
        return changed;
    }
}
