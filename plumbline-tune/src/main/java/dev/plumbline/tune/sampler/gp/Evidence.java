package dev.plumbline.tune.sampler.gp;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a history says of a cube.
 *
 * @param points one for each finished trial whose parameters are all in the space
 * @param losses its loss: the last intermediate value where it was pruned, infinite where it failed
 * @param constraints what it said of each constraint; NaN where it did not
 * @param pending the points that are being tried
 */
record Evidence(double[][] points, double[] losses, double[][] constraints, double[][] pending) {
    static Evidence of(History history, SpaceCube cube) {
        List<double[]> points = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        List<double[]> constraints = new ArrayList<>();
        int kinds = history.finished().stream()
                .mapToInt(trial -> trial.constraints().size())
                .max()
                .orElse(0);
        for (TrialRecord trial : history.finished()) {
            cube.point(trial.parameters()).ifPresent(point -> {
                points.add(point);
                losses.add(loss(trial, history.direction()));
                double[] said = new double[kinds];
                for (int k = 0; k < kinds; k++) {
                    said[k] =
                            k < trial.constraints().size() ? trial.constraints().get(k) : Double.NaN;
                }
                constraints.add(said);
            });
        }
        double[][] pending = history.running().stream()
                .flatMap(trial -> cube.point(trial.parameters()).stream())
                .toArray(double[][]::new);
        return new Evidence(
                points.toArray(double[][]::new),
                losses.stream().mapToDouble(loss -> loss).toArray(),
                constraints.toArray(double[][]::new),
                pending);
    }

    private static double loss(TrialRecord trial, Direction direction) {
        return trial.state() == TrialState.FAILED || trial.values().isEmpty()
                ? Double.POSITIVE_INFINITY
                : direction.loss(trial.values().get(0));
    }

    int size() {
        return points.length;
    }

    boolean isAllFailed() {
        return Arrays.stream(losses).noneMatch(Double::isFinite);
    }

    int constraintKinds() {
        return points.length == 0 ? 0 : constraints[0].length;
    }

    /** Whether every constraint was said to hold. */
    boolean isFeasible(int trial) {
        for (double constraint : constraints[trial]) {
            if (!(constraint <= 0)) {
                return false;
            }
        }
        return true;
    }
}
