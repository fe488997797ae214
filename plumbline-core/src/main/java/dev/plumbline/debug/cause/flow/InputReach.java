package dev.plumbline.debug.cause.flow;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Normalizer;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.Tensor;
import dev.plumbline.data.edit.Edits;
import dev.plumbline.debug.Setup;
import dev.plumbline.lab.Lab;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which elements of the first input reach the output: each is replaced, one at a time, and the output is compared bit
 * by bit with that of the unchanged example in the same row of a batch. A number is replaced by far larger ones of both
 * signs, so that no maximum or ReLU hides it; a token by another example's at its place.
 *
 * @param asked positions in an example that vary in the data, ascending
 * @param reached likewise, whether each changed the output of any example asked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record InputReach(int[] asked, boolean[] reached) {
    private static final int EXAMPLES = 2;
    private static final int MOST_ASKED = 64;
    /** How many examples tell whether an element varies. */
    private static final int SEEN = 64;
    /** Times the largest number of the example. */
    private static final float FAR = 100;
    /** Numbers of all values of the batch. */
    private static final long MOST_NUMBERS = 20_000_000;

    /**
     * One element of one example replaced.
     *
     * @param index of the position among those asked
     */
    private record Change(int example, int index, int position, double value) {}

    /** Empty where there is no lab, the network is too large to be asked often, or it does not run. */
    static Optional<InputReach> of(Setup setup) {
        Lab lab = setup.observed().lab();
        Dataset dataset = setup.dataset();
        if (lab == null
                || dataset.train().size() < 2
                || dataset.train().inputs().size() != 1) {
            return Optional.empty();
        }
        try {
            Dataset edited = Edits.apply(dataset, setup.experiment().data());
            Split seen = Normalizer.fit(edited, setup.experiment().data())
                    .apply(edited)
                    .train()
                    .first(Math.min(SEEN, edited.train().size()));
            Tensor input = seen.inputs().get(0);
            int[] asked = varying(input);
            List<Change> changes = new ArrayList<>();
            for (int example = 0; example < Math.min(EXAMPLES, seen.size()); example++) {
                changes.addAll(changes(input, example, asked));
            }
            return changes.isEmpty() || isLarge(setup, changes.size())
                    ? Optional.empty()
                    : Optional.of(new InputReach(asked, reached(setup, lab, input, changes, asked.length)));
        } catch (UnusableInputException | IllegalStateException | IllegalArgumentException notRunnable) {
            // other rules tell of what does not run
            return Optional.empty();
        }
    }

    private static boolean isLarge(Setup setup, int rows) {
        long numbers = 0;
        for (ValueType type : setup.types().values()) {
            Shape shape = type.shape();
            if (!shape.isKnown()) {
                return true;
            }
            numbers += shape.batchedAxes() > 0 ? rows * shape.elements() : shape.elements();
        }
        return numbers > MOST_NUMBERS;
    }

    /** Positions at which the first examples differ, evenly chosen where there are many. */
    private static int[] varying(Tensor input) {
        int width = input.rowElements();
        int[] all = IntStream.range(0, width)
                .filter(p -> IntStream.range(1, input.length()).anyMatch(i -> input.get(i * width + p) != input.get(p)))
                .toArray();
        int count = Math.min(MOST_ASKED, all.length);
        return IntStream.range(0, count)
                .map(i -> all[(int) ((long) i * all.length / count)])
                .toArray();
    }

    private static boolean[] reached(Setup setup, Lab lab, Tensor input, List<Change> changes, int asked) {
        Tensor same = input.rows(changes.stream().mapToInt(Change::example).toArray());
        float[] before = output(setup, lab, same);
        float[] after = output(setup, lab, changed(same, changes));
        int width = after.length / changes.size();
        boolean[] reached = new boolean[asked];
        for (int row = 0; row < changes.size(); row++) {
            int from = row * width;
            reached[changes.get(row).index()] |= !Arrays.equals(before, from, from + width, after, from, from + width);
        }
        return reached;
    }

    private static List<Change> changes(Tensor input, int example, int[] asked) {
        int width = input.rowElements();
        List<Change> changes = new ArrayList<>();
        double largest = IntStream.range(0, width)
                .mapToDouble(p -> Math.abs(input.get(example * width + p)))
                .max()
                .orElse(1);
        for (int i = 0; i < asked.length; i++) {
            int index = i;
            int position = asked[i];
            double own = input.get(example * width + position);
            DoubleStream values = input instanceof FloatTensor
                    ? DoubleStream.of(FAR * Math.max(1, largest), -FAR * Math.max(1, largest))
                    : IntStream.range(0, input.length())
                            .mapToDouble(other -> input.get(other * width + position))
                            .filter(value -> value != own)
                            .limit(2);
            values.forEach(value -> changes.add(new Change(example, index, position, value)));
        }
        return changes;
    }

    private static Tensor changed(Tensor same, List<Change> changes) {
        int width = same.rowElements();
        if (same instanceof LongTensor longs) {
            long[] values = longs.values().clone();
            for (int row = 0; row < changes.size(); row++) {
                values[row * width + changes.get(row).position()] =
                        (long) changes.get(row).value();
            }
            return new LongTensor(values, same.shape());
        }
        float[] values = ((FloatTensor) same).values().clone();
        for (int row = 0; row < changes.size(); row++) {
            values[row * width + changes.get(row).position()] =
                    (float) changes.get(row).value();
        }
        return new FloatTensor(values, same.shape());
    }

    private static float[] output(Setup setup, Lab lab, Tensor input) {
        Map<String, Tensor> values = lab.values(setup.experiment(), Map.of(), List.of(input));
        Tensor output = values.get(setup.network().output());
        if (!(output instanceof FloatTensor floats) || output.length() != input.length()) {
            throw new IllegalStateException("the output holds no row for each example");
        }
        for (float value : floats.values()) {
            if (!Float.isFinite(value)) {
                throw new IllegalStateException("the output is not finite");
            }
        }
        return floats.values();
    }

    int missing() {
        int missing = 0;
        for (boolean one : reached) {
            missing += one ? 0 : 1;
        }
        return missing;
    }
}
