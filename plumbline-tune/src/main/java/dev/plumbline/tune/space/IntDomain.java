package dev.plumbline.tune.space;

/**
 * Whole numbers from {@code low} to {@code high}, both included.
 *
 * @param low the least value
 * @param high the greatest value, at least {@code low}; the last value that the steps reach
 * @param log whether the scale is logarithmic; {@code low} must then be at least 1
 * @param step the distance of neighbouring values, at least 1; 1 on a log scale
 */
public record IntDomain(long low, long high, boolean log, long step) implements Domain {
    public IntDomain {
        if (low > high) {
            throw new IllegalArgumentException("`low <= high` must hold, but got low=" + low + ", high=" + high);
        }
        if (log && low < 1) {
            throw new IllegalArgumentException("`low >= 1` must hold on a log scale, but got low=" + low);
        }
        if (step < 1) {
            throw new IllegalArgumentException("`step >= 1` must hold, but got step=" + step);
        }
        if (log && step > 1) {
            throw new IllegalArgumentException(
                    "a log scale has no step, but got step=" + step + "; leave out log or the step");
        }
        high = low + Math.subtractExact(high, low) / step * step;
    }

    /** Whole numbers on a linear scale. */
    public static IntDomain of(long low, long high) {
        return new IntDomain(low, high, false, 1);
    }

    /** Whole numbers on a log scale: for what is searched by its order of magnitude, such as the width of a layer. */
    public static IntDomain log(long low, long high) {
        return new IntDomain(low, high, true, 1);
    }

    /** The same range in steps from {@link #low}. */
    public IntDomain step(long step) {
        return new IntDomain(low, high, log, step);
    }

    @Override
    public double toUnit(Object value) {
        long number = canonical(value);
        if (!log) {
            return Cells.middle((number - low) / step, cardinality());
        }
        return low == high ? 0.5 : Math.log(number / (low - 0.5)) / width();
    }

    @Override
    public Long fromUnit(double unit) {
        if (!log) {
            return low + Cells.at(unit, cardinality()) * step;
        }
        return Math.max(low, Math.min(high, Math.round((low - 0.5) * Math.exp(unit * width()))));
    }

    /** Half a step is kept free at both ends, so that the outermost numbers are as likely as their neighbours. */
    private double width() {
        return Math.log((high + 0.5) / (low - 0.5));
    }

    @Override
    public long cardinality() {
        return (high - low) / step + 1;
    }

    @Override
    public boolean contains(Object value) {
        if (!(value instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            return false;
        }
        long whole = number.longValue();
        return whole >= low && whole <= high && (whole - low) % step == 0;
    }

    @Override
    public Long canonical(Object value) {
        if (!contains(value)) {
            String steps = step > 1 ? " in steps of " + step : "";
            throw new IllegalArgumentException(
                    "a whole number from " + low + " to " + high + steps + " is expected, but got " + value);
        }
        return ((Number) value).longValue();
    }
}
