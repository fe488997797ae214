package dev.plumbline.debug.cause;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Normalizer;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.Subsets;
import dev.plumbline.data.Tensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.lab.Lab;
import dev.plumbline.network.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What changes in a network, in evaluation mode, when one example of a batch is replaced by another: every value of the
 * other examples should stay.
 *
 * @param batch how many examples were looked at; the first of them was replaced
 * @param before every value by name
 * @param after the same with the first example replaced
 */
record Perturbation(int batch, Map<String, Tensor> before, Map<String, Tensor> after) {
    /** An odd number, so that a size of the network is seldom taken for the batch. */
    private static final int EXAMPLES = 7;
    /** Of the largest value: sums in another order differ by less. */
    private static final double BEYOND_ROUNDING = 1e-3;

    /** Empty where there is no lab, or too few different examples. */
    static Optional<Perturbation> of(Setup setup) {
        Lab lab = setup.observed().lab();
        int size = setup.dataset().train().size();
        if (lab == null || size <= EXAMPLES) {
            return Optional.empty();
        }
        try {
            Dataset seen = Normalizer.fit(setup.dataset(), setup.experiment().data())
                    .apply(Subsets.apply(setup.dataset(), setup.experiment().data()));
            Split train = seen.train();
            int other = different(train);
            if (other < 0) {
                return Optional.empty();
            }
            int[] rows = IntStream.range(0, EXAMPLES).toArray();
            Map<String, Tensor> before = lab.values(setup.experiment(), Map.of(), picked(train, rows));
            rows[0] = other;
            Map<String, Tensor> after = lab.values(setup.experiment(), Map.of(), picked(train, rows));
            return before.isEmpty() ? Optional.empty() : Optional.of(new Perturbation(EXAMPLES, before, after));
        } catch (UnusableInputException | IllegalStateException | IllegalArgumentException notRunnable) {
            // other rules tell of what does not run
            return Optional.empty();
        }
    }

    private static List<Tensor> picked(Split split, int[] rows) {
        return split.inputs().stream().map(in -> in.rows(rows)).toList();
    }

    /** An example behind the batch that differs from its first; negative where there is none near. */
    private static int different(Split train) {
        Tensor input = train.inputs().get(0);
        Tensor first = input.rows(new int[] {0});
        return IntStream.range(EXAMPLES, train.size())
                .limit(100)
                .filter(i -> !input.rows(new int[] {i}).equals(first))
                .findFirst()
                .orElse(-1);
    }

    /** The largest change of a value among the examples that were not replaced, as a share of the largest value. */
    double change(String value, Shape shape) {
        Tensor was = before.get(value);
        Tensor is = after.get(value);
        int axis = axis(shape);
        if (was == null || is == null || !was.shape().equals(is.shape()) || axis < 0) {
            return 0;
        }
        if (axis >= was.shape().rank() || was.shape().get(axis) != batch) {
            return 0;
        }
        long inner = 1;
        for (int i = axis + 1; i < was.shape().rank(); i++) {
            inner *= was.shape().get(i);
        }
        double largest = 0;
        double change = 0;
        for (int i = 0; i < was.elements(); i++) {
            double one = number(was, i);
            double two = number(is, i);
            if (!Double.isFinite(one) || !Double.isFinite(two)) {
                return 0;
            }
            largest = Math.max(largest, Math.abs(one));
            if ((i / inner) % batch != 0) {
                change = Math.max(change, Math.abs(one - two));
            }
        }
        return largest == 0 ? change : change / largest;
    }

    /** The one axis over the batch; negative where there is none, or more than one. */
    private static int axis(Shape shape) {
        if (shape.batchedAxes() != 1) {
            return -1;
        }
        return IntStream.range(0, shape.rank())
                .filter(i -> shape.get(i) == Shape.BATCH)
                .findFirst()
                .orElse(-1);
    }

    private static double number(Tensor tensor, int at) {
        if (tensor instanceof FloatTensor floats) {
            return floats.values()[at];
        }
        return tensor instanceof LongTensor longs ? longs.values()[at] : tensor.get(at);
    }

    boolean mixes(String value, Shape shape) {
        return change(value, shape) > BEYOND_ROUNDING;
    }

    /** The first node, in order of computation, in which other examples change too. */
    Optional<Node> first(Setup setup) {
        return setup.network().nodes().stream()
                .filter(n -> mixes(n.output(), Axes.shape(setup, n.output())))
                .findFirst();
    }
}
