package dev.plumbline.tune.sampler.gp;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The first points, before there is anything to model: the middle of the cube, then of several random ones the one that
 * is farthest from all others.
 */
final class InitialDesign {
    /** How many trials there are before the model speaks. */
    static final int SIZE = 5;

    private static final int DRAWS = 50;

    private final SpaceCube cube;
    private final Evidence evidence;

    InitialDesign(SpaceCube cube, Evidence evidence) {
        this.cube = cube;
        this.evidence = evidence;
    }

    double[] next(SplittableRandom random) {
        double[] best = place(0, random);
        if (evidence.size() + evidence.pending().length == 0) {
            return best;
        }
        double farthest = -1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] point = place(1, random);
            double nearest = Stream.of(evidence.points(), evidence.pending())
                    .flatMap(Stream::of)
                    .mapToDouble(other -> distance(cube.masked(point), other))
                    .min()
                    .orElse(0);
            if (nearest > farthest) {
                farthest = nearest;
                best = point;
            }
        }
        return best;
    }

    private double[] place(double width, SplittableRandom random) {
        double[] point = new double[cube.axes().size()];
        for (int a = 0; a < point.length; a++) {
            Axis axis = cube.axes().get(a);
            double wide = axis.categorical() ? 1 : width;
            point[a] = axis.snap(0.5 + wide * (random.nextDouble() - 0.5));
        }
        return point;
    }

    private double distance(double[] point, double[] other) {
        double sum = 0;
        for (int a = 0; a < point.length; a++) {
            boolean oneAbsent = Double.isNaN(point[a]) || Double.isNaN(other[a]);
            double difference = oneAbsent ? 0.5 : point[a] - other[a];
            boolean mismatch = cube.axes().get(a).categorical();
            sum += mismatch ? (difference == 0 ? 0 : 0.25) : difference * difference;
        }
        return sum;
    }
}
