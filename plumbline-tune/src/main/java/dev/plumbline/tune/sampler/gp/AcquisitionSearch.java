package dev.plumbline.tune.sampler.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Looks for the point that is most worth trying: many candidates over the cube and near the best trials, then from the
 * best of these uphill, by the gradient along continuous axes and value by value along discrete ones.
 */
final class AcquisitionSearch {
    private static final int CANDIDATES = 512;
    private static final int NEARBY = 410; // of the candidates
    private static final int STARTS = 6;
    private static final int ROUNDS = 4;
    private static final int STEPS = 25;

    private final Cube cube;
    private final Acquisition acquisition;
    private final SplittableRandom random;

    AcquisitionSearch(Cube cube, Acquisition acquisition, SplittableRandom random) {
        this.cube = cube;
        this.acquisition = acquisition;
        this.random = random;
    }

    record Candidate(double[] point, double worth) {}

    /**
     * Points found, best first: at least one. @param leaders the best points so far, whose neighbourhood is looked at
     */
    List<Candidate> search(List<double[]> leaders) {
        List<Candidate> candidates = new ArrayList<>();
        for (int k = 0; k < CANDIDATES; k++) {
            double[] point = k < NEARBY && !leaders.isEmpty() ? near(leaders.get(k % leaders.size())) : anywhere();
            candidates.add(rated(point));
        }
        for (double[] leader : leaders) {
            candidates.add(rated(leader));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::worth).reversed());
        List<Candidate> improved = new ArrayList<>();
        for (Candidate start : candidates.subList(0, Math.min(STARTS, candidates.size()))) {
            improved.add(climb(start));
        }
        improved.addAll(candidates);
        improved.sort(Comparator.comparingDouble(Candidate::worth).reversed());
        return improved;
    }

    private Candidate rated(double[] point) {
        return new Candidate(point, worth(point));
    }

    private double worth(double[] point) {
        double worth = acquisition.at(cube.masked(point));
        return Double.isNaN(worth) ? Double.NEGATIVE_INFINITY : worth;
    }

    private double[] anywhere() {
        double[] point = new double[cube.axes().size()];
        for (int a = 0; a < point.length; a++) {
            point[a] = cube.axes().get(a).snap(random.nextDouble());
        }
        return point;
    }

    /** Some coordinates moved, by a distance that is drawn first. */
    private double[] near(double[] leader) {
        double[] point = leader.clone();
        double scale = 0.2 * Math.exp(-4 * random.nextDouble());
        double share = Math.max(1.5 / point.length, random.nextDouble());
        for (int a = 0; a < point.length; a++) {
            if (random.nextDouble() > share) {
                continue;
            }
            Axis axis = cube.axes().get(a);
            if (axis.categorical()) {
                point[a] = axis.snap(random.nextDouble());
            } else {
                double step = axis.isDiscrete() ? Math.max(scale, 1.0 / axis.grid().length) : scale;
                point[a] = axis.snap(point[a] + step * random.nextGaussian());
            }
        }
        return point;
    }

    private Candidate climb(Candidate start) {
        Candidate now = start;
        for (int round = 0; round < ROUNDS; round++) {
            double before = now.worth;
            now = alongDiscrete(alongContinuous(now));
            if (now.worth - before < 1e-3) {
                break;
            }
        }
        return now;
    }

    private Candidate alongContinuous(Candidate start) {
        double[] low = new double[start.point.length];
        double[] high = new double[start.point.length];
        boolean any = false;
        double[] there = cube.masked(start.point);
        for (int a = 0; a < low.length; a++) {
            boolean free = !cube.axes().get(a).isDiscrete() && !Double.isNaN(there[a]);
            low[a] = free ? 0 : start.point[a];
            high[a] = free ? 1 : start.point[a];
            any |= free;
        }
        if (!any) {
            return start;
        }
        Lbfgs.Minimum found = new Lbfgs(low, high, STEPS, 1e-3)
                .minimize(
                        (x, gradient) -> {
                            double worth = acquisition.at(cube.masked(x), gradient);
                            for (int k = 0; k < gradient.length; k++) {
                                gradient[k] = -gradient[k];
                            }
                            return -worth;
                        },
                        start.point);
        return -found.value() > start.worth ? new Candidate(found.x(), -found.value()) : start;
    }

    private Candidate alongDiscrete(Candidate start) {
        Candidate now = start;
        for (int a = 0; a < start.point.length; a++) {
            Axis axis = cube.axes().get(a);
            if (!axis.isDiscrete() || Double.isNaN(cube.masked(now.point)[a])) {
                continue;
            }
            int at = axis.nearest(now.point[a]);
            int[] others = axis.categorical() ? range(axis.grid().length) : new int[] {at - 2, at - 1, at + 1, at + 2};
            for (int other : others) {
                if (other >= 0 && other < axis.grid().length && other != at) {
                    double[] moved = now.point.clone();
                    moved[a] = axis.grid()[other];
                    Candidate candidate = rated(moved);
                    now = candidate.worth > now.worth ? candidate : now;
                }
            }
        }
        return now;
    }

    private static int[] range(int count) {
        int[] all = new int[count];
        Arrays.setAll(all, k -> k);
        return all;
    }
}
