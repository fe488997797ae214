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

    private final SpaceCube first;
    private final Encoding encoding;
    private final Fit fit;
    private final Surrogate objective = new Surrogate();
    private final List<Surrogate> constraints = new ArrayList<>();

    Model(SpaceCube cube) {
        this.first = cube;
        this.encoding = new Encoding(cube.axes());
        this.fit = new Fit(encoding, true);
    }

    boolean continues(SpaceCube other) {
        return first.isLike(other);
    }

    double[] next(SpaceCube cube, Evidence evidence, SplittableRandom random) {
        double[][] points = evidence.points();
        OutputTransform power = new PowerTransform();
        double[] values = power.of(evidence.losses());
        double[] logs = objective.parameters(fit, points, evidence.losses(), power);
        double[][] all = concat(points, evidence.pending());
        GaussianProcess process = new GaussianProcess(encoding, logs, all, values);
        List<Acquisition.Bound> bounds = bounds(evidence, all);
        int[] order = IntStream.range(0, points.length)
                .boxed()
                .filter(evidence::isFeasible)
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double best = Double.NaN;
        for (int i : order) {
            double mean = process.mean(points[i]);
            best = best <= mean ? best : mean;
        }
        List<double[]> leaders = Arrays.stream(order)
                .limit(LEADERS)
                .mapToObj(i -> present(points[i]))
                .toList();
        Acquisition acquisition = new Acquisition(process, best, bounds);
        List<AcquisitionSearch.Candidate> found = new AcquisitionSearch(cube, acquisition, random).search(leaders);
        for (AcquisitionSearch.Candidate candidate : found) {
            double[] masked = cube.masked(candidate.point());
            if (Arrays.stream(all).noneMatch(tried -> Arrays.equals(tried, masked))) {
                return candidate.point();
            }
        }
        return found.get(0).point();
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
