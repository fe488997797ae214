package dev.plumbline.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimizes a smooth convex function: limited-memory BFGS (Nocedal and Wright, <i>Numerical Optimization</i>, 2006,
 * algorithms 7.4 and 7.5) with a backtracking line search.
 */
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final double DECREASE = 1e-4;
    private static final int MOST_HALVINGS = 30;

    private Lbfgs() {}

    /** A function and its gradient. */
    interface Objective {
        /** The value at a point; the gradient there is written over what the array holds. */
        double value(double[] point, double[] gradient);
    }

    /** One step and the change of the gradient along it. */
    private record Pair(double[] step, double[] change, double curvature) {}

    /**
     * A minimum.
     *
     * @param tolerance ends once no element of the gradient is larger
     */
    static double[] minimize(Objective objective, double[] start, int mostIterations, double tolerance) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = objective.value(point, gradient);
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int iteration = 0; iteration < mostIterations && largest(gradient) > tolerance; iteration++) {
            double[] direction = direction(gradient, pairs);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                pairs.clear();
                direction = direction(gradient, pairs);
                slope = dot(direction, gradient);
            }
            double length = 1;
            double[] next = moved(point, direction, length);
            double[] nextGradient = new double[point.length];
            double nextValue = objective.value(next, nextGradient);
            int halvings = 0;
            while (!(nextValue <= value + DECREASE * length * slope) && halvings++ < MOST_HALVINGS) {
                length /= 2;
                next = moved(point, direction, length);
                nextValue = objective.value(next, nextGradient);
            }
            if (halvings > MOST_HALVINGS) {
                return point; // rounding stands in the way of anything better
            }
            remember(pairs, difference(next, point), difference(nextGradient, gradient));
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private static void remember(Deque<Pair> pairs, double[] step, double[] change) {
        double curvature = dot(step, change);
        if (curvature <= 1e-12 * dot(change, change)) {
            return;
        }
        pairs.addLast(new Pair(step, change, curvature));
        if (pairs.size() > MEMORY) {
            pairs.removeFirst();
        }
    }

    /** Minus the gradient times an approximation of the inverse second derivative. */
    private static double[] direction(double[] gradient, Deque<Pair> pairs) {
        double[] direction = gradient.clone();
        double[] factors = new double[pairs.size()];
        int i = 0;
        for (Iterator<Pair> latestFirst = pairs.descendingIterator(); latestFirst.hasNext(); i++) {
            Pair pair = latestFirst.next();
            factors[i] = dot(pair.step(), direction) / pair.curvature();
            add(direction, pair.change(), -factors[i]);
        }
        Pair latest = pairs.peekLast();
        double scale = latest == null
                ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
                : latest.curvature() / dot(latest.change(), latest.change());
        for (int j = 0; j < direction.length; j++) {
            direction[j] *= scale;
        }
        for (Pair pair : pairs) {
            i--;
            add(direction, pair.step(), factors[i] - dot(pair.change(), direction) / pair.curvature());
        }
        for (int j = 0; j < direction.length; j++) {
            direction[j] = -direction[j];
        }
        return direction;
    }

    private static double[] moved(double[] point, double[] direction, double length) {
        double[] moved = point.clone();
        add(moved, direction, length);
        return moved;
    }

    private static double[] difference(double[] one, double[] other) {
        double[] difference = one.clone();
        add(difference, other, -1);
        return difference;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double largest(double[] gradient) {
        double largest = 0;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        return largest;
    }
}
