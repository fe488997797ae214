package dev.plumbline.tune.sampler.gp;

import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where parameters are there whose condition is not known: an objective that asks as it goes may ask for one only
 * sometimes. It is taken to ask as it did at the nearest point that was tried.
 *
 * @param axes all of the space's axes
 * @param open the indices of those that have no condition and were absent in some trial
 * @param tried the points that were tried; empty where there are no such axes
 */
record Presence(List<Axis> axes, int[] open, List<double[]> tried) {
    static Presence of(Space space, List<Axis> axes, List<double[]> tried) {
        int[] open = IntStream.range(0, axes.size())
                .filter(a -> space.parameters().get(a).condition() == null)
                .filter(a -> tried.stream().anyMatch(point -> Double.isNaN(point[a])))
                .toArray();
        return new Presence(axes, open, open.length == 0 ? List.of() : new ArrayList<>(tried));
    }

    double[] masked(double[] point) {
        if (tried.isEmpty()) {
            return point;
        }
        double[] nearest = tried.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (double[] other : tried) {
            double distance = distance(point, other);
            if (distance < least) {
                nearest = other;
                least = distance;
            }
        }
        double[] masked = point.clone();
        for (int a : open) {
            masked[a] = Double.isNaN(nearest[a]) ? Double.NaN : point[a];
        }
        return masked;
    }

    private double distance(double[] point, double[] other) {
        double sum = 0;
        int next = 0;
        for (int a = 0; a < point.length; a++) {
            if (next < open.length && open[next] == a) {
                next++;
                continue;
            }
            double difference = point[a] - other[a];
            if (axes.get(a).categorical()) {
                sum += difference == 0 ? 0 : 1;
            } else if (!Double.isNaN(difference)) {
                sum += difference * difference;
            }
        }
        return sum;
    }
}
