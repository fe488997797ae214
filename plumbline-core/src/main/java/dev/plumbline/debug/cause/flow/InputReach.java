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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int EXAMPLES = 3;
    private static final int MOST_ASKED = 96;
    private static final int ROWS = 32;
    /** How many examples tell whether an element varies. */
    private static final int SEEN = 64;
    /** Times the largest number of the example. */
    private static final float FAR = 100;
    /** Numbers of all values of one batch. */
    private static final long MOST_NUMBERS = 20_000_000;

    /** Empty where there is no lab, the network is too large to be asked often, or it does not run. */
    static Optional<InputReach> of(Setup setup) {
        Lab lab = setup.observed().lab();
        Dataset dataset = setup.dataset();
        if (lab == null
                || dataset.train().size() < 2
                || dataset.train().inputs().size() != 1
                || isLarge(setup)) {
            return Optional.empty();
        }
        try {
            Dataset edited = Edits.apply(dataset, setup.experiment().data());
            Split seen = Normalizer.fit(edited, setup.experiment().data())
                    .apply(edited)
                    .train()
                    .first(Math.min(SEEN, dataset.train().size()));
            int[] asked = varying(seen.inputs().get(0));
            boolean[] reached = new boolean[asked.length];
            for (int e = 0; e < Math.min(EXAMPLES, seen.size()); e++) {
                ask(setup, lab, seen.inputs().get(0), e, asked, reached);
            }
            return Optional.of(new InputReach(asked, reached));
        } catch (UnusableInputException | IllegalStateException | IllegalArgumentException notRunnable) {
            // other rules tell of what does not run
            return Optional.empty();
        }
    }

    private static boolean isLarge(Setup setup) {
        long numbers = 0;
        for (var type : setup.types().values()) {
            Shape shape = type.shape();
            if (!shape.isKnown()) {
                return true;
            }
            numbers += shape.batchedAxes() > 0 ? ROWS * shape.elements() : shape.elements();
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

    private static void ask(Setup setup, Lab lab, Tensor input, int example, int[] asked, boolean[] reached) {
        Tensor same = input.rows(filled(example));
        float[] before = output(setup, lab, same);
        List<Change> changes = changes(input, example, asked);
        for (int from = 0; from < changes.size(); from += ROWS) {
            List<Change> part = changes.subList(from, Math.min(changes.size(), from + ROWS));
            float[] after = output(setup, lab, changed(same, part));
            int width = after.length / ROWS;
            for (int row = 0; row < part.size(); row++) {
                int start = row * width;
                reached[part.get(row).index()] |=
                        !Arrays.equals(before, start, start + width, after, start, start + width);
            }
        }
    }

    /** @param index of the position among those asked */
    private record Change(int index, int position, double value) {}

    private static List<Change> changes(Tensor input, int example, int[] asked) {
        int width = input.rowElements();
        List<Change> changes = new ArrayList<>();
        double largest = IntStream.range(0, width)
                .mapToDouble(p -> Math.abs(input.get(example * width + p)))
                .max()
                .orElse(1);
        for (int i = 0; i < asked.length; i++) {
            int position = asked[i];
            if (input instanceof FloatTensor) {
                changes.add(new Change(i, position, FAR * Math.max(1, largest)));
                changes.add(new Change(i, position, -FAR * Math.max(1, largest)));
            } else {
                double own = input.get(example * width + position);
                int at = i;
                IntStream.range(0, input.length())
                        .mapToDouble(other -> input.get(other * width + position))
                        .filter(value -> value != own)
                        .limit(2)
                        .forEach(value -> changes.add(new Change(at, position, value)));
            }
        }
        return changes;
    }

    private static int[] filled(int example) {
        int[] rows = new int[ROWS];
        Arrays.fill(rows, example);
        return rows;
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
        if (!(output instanceof FloatTensor floats) || output.length() != ROWS) {
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
