package dev.plumbline.tune.space;

/** Equal cells that divide the unit interval. */
final class Cells {
    private Cells() {}

    static double middle(long index, long count) {
        return (index + 0.5) / count;
    }

    static long at(double unit, long count) {
        return Math.max(0, Math.min(count - 1, (long) Math.floor(unit * count)));
    }
}
