package dev.plumbline.tune.sampler.gp;

/**
 * One coordinate of the unit cube.
 *
 * @param categorical whether its values have no order
 * @param grid the places of its values in [0, 1] in rising order; empty where it is continuous
 * @param conditional whether it may be absent
 */
record Axis(boolean categorical, double[] grid, boolean conditional) {
    static final Axis CONTINUOUS = new Axis(false, new double[0], false);

    boolean isDiscrete() {
        return grid.length > 0;
    }

    /** The index of the value that lies nearest. */
    int nearest(double unit) {
        int best = 0;
        for (int k = 1; k < grid.length; k++) {
            if (Math.abs(grid[k] - unit) < Math.abs(grid[best] - unit)) {
                best = k;
            }
        }
        return best;
    }

    /** The value of a continuous axis, or the middle of the nearest cell. */
    double snap(double unit) {
        return isDiscrete() ? grid[nearest(unit)] : Math.max(0, Math.min(1, unit));
    }
}
