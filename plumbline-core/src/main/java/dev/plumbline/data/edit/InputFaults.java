package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sees inputs of train that were spoiled in part, and mends them: numbers that stand for "missing" become the feature's
 * median in every split; examples that are blank or of another unit are dropped from train.
 */
public final class InputFaults {
    private static final int FEWEST = 5;
    private static final double SHARE = 0.01;
    /** Rows of fewer elements may be all equal by nature. */
    private static final int WIDE = 4;
    /** Where most elements are 0 anyway, an example of nothing but 0 is no wonder. */
    private static final double SPARSE = 0.8;
    /** Nothing lies between examples of one unit and those that are so many times larger. */
    private static final double RATIO = 5;

    private InputFaults() {}

    /** What is wrong. */
    public enum Kind {
        /** A far value again and again in a feature. */
        STAND_IN,
        /** Examples whose elements are all equal. */
        BLANK,
        /** Examples many times larger, or smaller, than all others. */
        OTHER_UNIT
    }

    /**
     * @param input number of the input
     * @param feature number of the feature; -1 for whole examples
     * @param value the stand-in, or one blank element
     * @param count values, or examples, concerned
     * @param of values, or examples, altogether
     */
    public record Fault(Kind kind, int input, int feature, double value, long count, long of) {}

    /** What is wrong with train's inputs. */
    public static List<Fault> of(Dataset dataset) {
        List<Fault> faults = new ArrayList<>();
        List<Tensor> inputs = dataset.train().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i) instanceof FloatTensor train && train.length() >= 2 * FEWEST) {
                standIns(dataset, i, train, faults);
                examples(Kind.BLANK, i, train, blank(train), faults);
                examples(Kind.OTHER_UNIT, i, train, ofOtherUnit(train), faults);
            }
        }
        return faults;
    }

    private static void standIns(Dataset dataset, int input, FloatTensor train, List<Fault> faults) {
        Moments moments = Moments.of(train, dataset.schema().modality());
        for (int f = 0; f < moments.features(); f++) {
            double[] values = values(train, moments, f);
            Optional<Double> standIn = StandIn.of(values);
            if (standIn.isPresent()) {
                double found = standIn.get();
                long count = Arrays.stream(values).filter(v -> v == found).count();
                faults.add(new Fault(Kind.STAND_IN, input, f, found, count, values.length));
            }
        }
    }

    private static double[] values(FloatTensor tensor, Moments moments, int feature) {
        int stride = moments.stride();
        float[] all = tensor.values();
        return IntStream.range(0, all.length / moments.features())
                .mapToDouble(i -> all[(i / stride * moments.features() + feature) * stride + i % stride])
                .toArray();
    }

    private static void examples(Kind kind, int input, FloatTensor train, boolean[] concerned, List<Fault> faults) {
        int count = 0;
        int first = -1;
        for (int row = 0; row < concerned.length; row++) {
            first = concerned[row] && first < 0 ? row : first;
            count += concerned[row] ? 1 : 0;
        }
        if (count >= Math.max(FEWEST, SHARE * concerned.length) && count < concerned.length / 2) {
            faults.add(new Fault(kind, input, -1, train.get(first * train.rowElements()), count, concerned.length));
        }
    }

    private static boolean[] blank(FloatTensor train) {
        int width = train.rowElements();
        boolean[] blank = new boolean[train.length()];
        long zeros = 0;
        for (float value : train.values()) {
            zeros += value == 0 ? 1 : 0;
        }
        if (width < WIDE || zeros > SPARSE * train.values().length) {
            return blank;
        }
        for (int row = 0; row < blank.length; row++) {
            float first = train.values()[row * width];
            boolean equal = true;
            for (int i = 1; i < width && equal; i++) {
                equal = train.values()[row * width + i] == first;
            }
            blank[row] = equal;
        }
        return blank;
    }

    private static boolean[] ofOtherUnit(FloatTensor train) {
        int width = train.rowElements();
        double[] sizes = new double[train.length()];
        for (int row = 0; row < sizes.length; row++) {
            double squares = 0;
            for (int i = 0; i < width; i++) {
                double value = train.values()[row * width + i];
                squares += value * value;
            }
            sizes[row] = Math.sqrt(squares / Math.max(1, width));
        }
        return width < WIDE ? new boolean[sizes.length] : Gap.beyond(sizes, RATIO, true);
    }

    static Dataset repair(Dataset dataset) {
        Dataset changed = dataset;
        for (Fault fault : of(dataset)) {
            if (fault.kind() == Kind.STAND_IN) {
                changed = filled(changed, dataset, fault);
            }
        }
        boolean[] dropped = new boolean[dataset.train().size()];
        for (Fault fault : of(changed)) {
            FloatTensor train = (FloatTensor) changed.train().inputs().get(fault.input());
            boolean[] concerned = fault.kind() == Kind.BLANK
                    ? blank(train)
                    : fault.kind() == Kind.OTHER_UNIT ? ofOtherUnit(train) : new boolean[dropped.length];
            for (int row = 0; row < dropped.length; row++) {
                dropped[row] |= concerned[row];
            }
        }
        return changed.with(
                SplitName.TRAIN,
                changed.train()
                        .pick(IntStream.range(0, dropped.length)
                                .filter(row -> !dropped[row])
                                .toArray()));
    }

    private static Dataset filled(Dataset changed, Dataset dataset, Fault fault) {
        FloatTensor train = (FloatTensor) dataset.train().inputs().get(fault.input());
        Moments moments = Moments.of(train, dataset.schema().modality());
        double[] others = Arrays.stream(values(train, moments, fault.feature()))
                .filter(v -> Double.isFinite(v) && v != fault.value())
                .sorted()
                .toArray();
        float median = (float) others[others.length / 2];
        Dataset mended = changed;
        for (Map.Entry<SplitName, Split> entry : changed.splits().entrySet()) {
            List<Tensor> inputs = new ArrayList<>(entry.getValue().inputs());
            FloatTensor tensor = (FloatTensor) inputs.get(fault.input());
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                boolean here = i / moments.stride() % moments.features() == fault.feature();
                values[i] = here && values[i] == (float) fault.value() ? median : values[i];
            }
            inputs.set(fault.input(), new FloatTensor(values, tensor.shape()));
            mended = mended.with(entry.getKey(), entry.getValue().withInputs(inputs));
        }
        return mended;
    }
}
