package dev.plumbline.tune.sampler.gp;

import java.util.List;

/**
 * Points of the unit cube as the columns between which the kernel measures distances; NaN is a coordinate that is
 * absent.
 *
 * <p>Values of a categorical axis lie at distance 1 from one another. An absent value of an ordered axis lies beside
 * the interval: at its middle, and half its length away from it in a column of its own. Distances hence remain
 * Euclidean, and the kernel positive definite.
 */
final class Encoding {
    private static final double AWAY = 0.5;

    private final List<Axis> axes;
    private final int[] axisOf;
    private final int[] columnOf;

    Encoding(List<Axis> axes) {
        this.axes = axes;
        this.columnOf = new int[axes.size()];
        int columns = 0;
        for (int a = 0; a < axes.size(); a++) {
            columnOf[a] = columns;
            columns += hasOwnColumnWhereAbsent(axes.get(a)) ? 2 : 1;
        }
        this.axisOf = new int[columns];
        for (int a = 0; a < axes.size(); a++) {
            axisOf[columnOf[a]] = a;
            if (hasOwnColumnWhereAbsent(axes.get(a))) {
                axisOf[columnOf[a] + 1] = a;
            }
        }
    }

    private static boolean hasOwnColumnWhereAbsent(Axis axis) {
        return axis.conditional() && !axis.categorical();
    }

    int axes() {
        return axes.size();
    }

    int columns() {
        return axisOf.length;
    }

    /** The axis that a column belongs to, whose length scale it shares. */
    int axis(int column) {
        return axisOf[column];
    }

    boolean isCategorical(int column) {
        return axes.get(axisOf[column]).categorical();
    }

    /** Whether the column holds an ordered axis's value. */
    boolean isOrdered(int column) {
        return !isCategorical(column) && columnOf[axisOf[column]] == column;
    }

    double[] encode(double[] point) {
        double[] row = new double[axisOf.length];
        for (int a = 0; a < point.length; a++) {
            Axis axis = axes.get(a);
            boolean absent = Double.isNaN(point[a]);
            if (axis.categorical()) {
                row[columnOf[a]] = absent ? -1 : axis.nearest(point[a]);
            } else {
                row[columnOf[a]] = absent ? AWAY : point[a];
                if (axis.conditional()) {
                    row[columnOf[a] + 1] = absent ? AWAY : 0;
                }
            }
        }
        return row;
    }

    /** Adds to {@code target}, by axis, a gradient by column. */
    void decode(double[] byColumn, double[] target) {
        for (int c = 0; c < byColumn.length; c++) {
            if (isOrdered(c)) {
                target[axisOf[c]] += byColumn[c];
            }
        }
    }
}
