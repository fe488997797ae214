package dev.plumbline.tune.sampler.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is believed of one cube: a process for the objective, and one for each constraint. */
final class Model {
    private static final int LEADERS = 5;
    private static final int FROM_HERE_WITHOUT_RANKS = 4; // continuous axes

    private final SpaceCube first;
    private final Encoding encoding;
    private final Fit fit;
    private final OutputTransform transform;
    private final Surrogate objective = new Surrogate();
    private final List<Surrogate> constraints = new ArrayList<>();

    Model(SpaceCube cube) {
        this.first = cube;
        this.encoding = new Encoding(cube.axes());
        this.transform = transform(cube);
        this.fit = new Fit(encoding, true);
    }

    // Measured by bench/tuning-regret: ranks help on tables and in the plane, and cost on BBOB in 5, 10 and 20
    // dimensions.
    private static OutputTransform transform(Cube cube) {
        boolean continuous = cube.axes().stream().noneMatch(Axis::isDiscrete);
        return continuous && cube.axes().size() >= FROM_HERE_WITHOUT_RANKS ? new PowerTransform() : new Blend();
    }

    boolean continues(SpaceCube other) {
        return first.isLike(other);
    }

    double[] next(SpaceCube cube, Evidence evidence, SplittableRandom random) {
        double[][] points = evidence.points();
        double[] values = transform.of(evidence.losses());
        double[] logs = objective.parameters(fit, points, evidence.losses(), transform);
        double[][] all = concat(points, evidence.pending());
        GaussianProcess process = new GaussianProcess(encoding, logs, all, values);
        List<Acquisition.Bound> bounds = bounds(evidence, all);
        int[] feasible = bestFirst(values, evidence);
        double best = Arrays.stream(feasible)
                .mapToDouble(i -> process.mean(points[i]))
                .min()
                .orElse(Double.NaN);
        List<double[]> leaders = Arrays.stream(feasible)
                .limit(LEADERS)
                .mapToObj(i -> present(points[i]))
                .toList();
        Acquisition acquisition = new Acquisition(process, best, bounds);
        return untried(new AcquisitionSearch(cube, acquisition, random).search(leaders), cube, all);
    }

    private static int[] bestFirst(double[] values, Evidence evidence) {
        return IntStream.range(0, values.length)
                .boxed()
                .filter(evidence::isFeasible)
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static double[] untried(List<AcquisitionSearch.Candidate> found, Cube cube, double[][] tried) {
        return found.stream()
                .map(AcquisitionSearch.Candidate::point)
                .filter(point -> {
                    double[] masked = cube.masked(point);
                    return Arrays.stream(tried).noneMatch(other -> Arrays.equals(other, masked));
                })
                .findFirst()
                .orElse(found.get(0).point());
    }

    /** Absent coordinates put at the middle, to search from there. */
    private static double[] present(double[] point) {
        return Arrays.stream(point).map(x -> Double.isNaN(x) ? 0.5 : x).toArray();
    }

    private List<Acquisition.Bound> bounds(Evidence evidence, double[][] all) {
        List<Acquisition.Bound> bounds = new ArrayList<>();
        for (int k = 0; k < evidence.constraintKinds(); k++) {
            if (constraints.size() <= k) {
                constraints.add(new Surrogate());
            }
            int kind = k;
            double[] said = Arrays.stream(evidence.constraints())
                    .mapToDouble(row -> row[kind])
                    .toArray();
            OutputTransform scale = new ConstraintScale();
            double[] logs = constraints.get(k).parameters(fit, evidence.points(), said, scale);
            bounds.add(new Acquisition.Bound(new GaussianProcess(encoding, logs, all, scale.of(said)), 0));
        }
        return bounds;
    }

    private static double[][] concat(double[][] first, double[][] second) {
        double[][] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
