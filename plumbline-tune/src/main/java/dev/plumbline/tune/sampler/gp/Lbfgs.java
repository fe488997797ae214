package dev.plumbline.tune.sampler.gp;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimizes a smooth function in a box: limited-memory BFGS in the variables that are free, with a projected line
 * search.
 *
 * <p>J. Nocedal, S. Wright, Numerical Optimization (2006), algorithms 7.4 and 3.1; the projection after D. Bertsekas,
 * Projected Newton Methods for Optimization Problems with Simple Constraints (1982).
 */
final class Lbfgs {
    private static final int MEMORY = 8;
    private static final double ARMIJO = 1e-4;
    private static final int HALVINGS = 12;

    private final double[] low;
    private final double[] high;
    private final int evaluations;
    private final double tolerance;

    /** @param tolerance ends where no free component of the gradient is larger, or a step gains less */
    Lbfgs(double[] low, double[] high, int evaluations, double tolerance) {
        this.low = low;
        this.high = high;
        this.evaluations = evaluations;
        this.tolerance = tolerance;
    }

    /** A function and its gradient. */
    interface Smooth {
        /** The value at {@code x}; fills {@code gradient}. A value that is not finite is never stepped to. */
        double at(double[] x, double[] gradient);
    }

    record Minimum(double[] x, double value) {}

    private record Pair(double[] step, double[] change, double product) {}

    Minimum minimize(Smooth function, double[] start) {
        double[] x = project(start.clone());
        double[] gradient = new double[x.length];
        double value = function.at(x, gradient);
        Deque<Pair> pairs = new ArrayDeque<>();
        int spent = 1;
        while (spent < evaluations && Double.isFinite(value)) {
            boolean[] free = free(x, gradient);
            if (largest(gradient, free) < tolerance) {
                break;
            }
            double[] direction = direction(gradient, free, pairs);
            double[] next = x;
            double[] nextGradient = new double[x.length];
            double nextValue = value;
            boolean moved = false;
            double rate = pairs.isEmpty() ? Math.min(1, 0.2 / largest(gradient, free)) : 1;
            for (int halving = 0; halving < HALVINGS && spent < evaluations && !moved; halving++, rate /= 3) {
                next = x.clone();
                double slope = 0;
                for (int k = 0; k < x.length; k++) {
                    next[k] = Math.max(low[k], Math.min(high[k], x[k] + rate * direction[k]));
                    slope += gradient[k] * (next[k] - x[k]);
                }
                nextValue = function.at(next, nextGradient);
                spent++;
                moved = slope < 0 && nextValue <= value + ARMIJO * slope;
            }
            if (!moved) {
                if (pairs.isEmpty()) {
                    break;
                }
                pairs.clear();
                continue;
            }
            remember(pairs, x, next, gradient, nextGradient);
            double gain = value - nextValue;
            x = next;
            gradient = nextGradient;
            value = nextValue;
            if (gain < 1e-2 * tolerance) {
                break;
            }
        }
        return new Minimum(x, value);
    }

    private double[] project(double[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.max(low[k], Math.min(high[k], x[k]));
        }
        return x;
    }

    private boolean[] free(double[] x, double[] gradient) {
        boolean[] free = new boolean[x.length];
        for (int k = 0; k < x.length; k++) {
            free[k] = !(x[k] <= low[k] && gradient[k] > 0) && !(x[k] >= high[k] && gradient[k] < 0) && low[k] < high[k];
        }
        return free;
    }

    private static double largest(double[] gradient, boolean[] free) {
        double largest = 0;
        for (int k = 0; k < gradient.length; k++) {
            largest = free[k] ? Math.max(largest, Math.abs(gradient[k])) : largest;
        }
        return largest;
    }

    private static void remember(
            Deque<Pair> pairs, double[] x, double[] next, double[] gradient, double[] nextGradient) {
        double[] step = new double[x.length];
        double[] change = new double[x.length];
        double product = 0;
        double square = 0;
        for (int k = 0; k < x.length; k++) {
            step[k] = next[k] - x[k];
            change[k] = nextGradient[k] - gradient[k];
            product += step[k] * change[k];
            square += change[k] * change[k];
        }
        if (product > 1e-10 * square) {
            pairs.addFirst(new Pair(step, change, product));
            if (pairs.size() > MEMORY) {
                pairs.removeLast();
            }
        }
    }

    private static double[] direction(double[] gradient, boolean[] free, Deque<Pair> pairs) {
        double[] q = new double[gradient.length];
        for (int k = 0; k < q.length; k++) {
            q[k] = free[k] ? -gradient[k] : 0;
        }
        double[] weights = new double[pairs.size()];
        int at = 0;
        for (Pair pair : pairs) {
            weights[at] = dot(pair.step, q) / pair.product;
            add(q, -weights[at++], pair.change);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getFirst();
            double scale = last.product / dot(last.change, last.change);
            Arrays.setAll(q, k -> q[k] * scale);
        }
        for (Iterator<Pair> oldest = pairs.descendingIterator(); oldest.hasNext(); ) {
            Pair pair = oldest.next();
            add(q, weights[--at] - dot(pair.change, q) / pair.product, pair.step);
        }
        double slope = 0;
        for (int k = 0; k < q.length; k++) {
            q[k] = free[k] ? q[k] : 0;
            slope += q[k] * gradient[k];
        }
        if (!(slope < 0)) { // the pairs belong to another set of free variables
            pairs.clear();
            Arrays.setAll(q, k -> free[k] ? -gradient[k] : 0);
        }
        return q;
    }

    private static double dot(double[] a, double[] b) {
        return Cholesky.dot(a, b, a.length);
    }

    private static void add(double[] target, double factor, double[] other) {
        for (int k = 0; k < target.length; k++) {
            target[k] += factor * other[k];
        }
    }
}
