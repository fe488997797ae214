package dev.plumbline.tune.space;

/**
 * Real numbers from {@code low} to {@code high}, both included.
 *
 * @param low the least value, finite
 * @param high the greatest value, finite, at least {@code low}; where there is a step, the last value that the steps
 *     reach
 * @param log whether the scale is logarithmic; {@code low} must then be above 0
 * @param step the distance of neighbouring values, or 0 for a continuous domain; a logarithmic one has none
 */
public record FloatDomain(double low, double high, boolean log, double step) implements Domain {
    private static final double ROUNDING = 1e-8;

    public FloatDomain {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("finite `low <= high` must hold, but got low=" + low + ", high=" + high);
        }
        if (log && low <= 0) {
            throw new IllegalArgumentException("`low > 0` must hold on a log scale, but got low=" + low
                    + "; give a small positive low such as 1e-6");
        }
        if (!(step >= 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException("`step >= 0` must hold, but got step=" + step);
        }
        if (log && step > 0) {
            throw new IllegalArgumentException(
                    "a log scale has no step, but got step=" + step + "; leave out log or the step");
        }
        if (step > 0) {
            high = low + Math.floor((high - low) / step + ROUNDING) * step;
        }
    }

    /** Real numbers on a linear scale. */
    public static FloatDomain of(double low, double high) {
        return new FloatDomain(low, high, false, 0);
    }

    /** Real numbers on a log scale: for what is searched by its order of magnitude, such as a learning rate. */
    public static FloatDomain log(double low, double high) {
        return new FloatDomain(low, high, true, 0);
    }

    /** The same range in steps from {@link #low}. */
    public FloatDomain step(double step) {
        return new FloatDomain(low, high, log, step);
    }

    @Override
    public double toUnit(Object value) {
        double number = (Double) canonical(value);
        if (low == high) {
            return 0.5;
        }
        if (step > 0) {
            return Cells.middle(Math.round((number - low) / step), cardinality());
        }
        return log ? Math.log(number / low) / Math.log(high / low) : (number - low) / (high - low);
    }

    @Override
    public Double fromUnit(double unit) {
        if (step > 0) {
            return low + Cells.at(unit, cardinality()) * step;
        }
        double number = log ? low * Math.exp(unit * Math.log(high / low)) : low + unit * (high - low);
        return number > low ? Math.min(high, number) : low;
    }

    @Override
    public long cardinality() {
        if (low == high) {
            return 1;
        }
        return step > 0 ? Math.round((high - low) / step) + 1 : INFINITE;
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Number number && number.doubleValue() >= low && number.doubleValue() <= high;
    }

    @Override
    public Double canonical(Object value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(
                    "a number from " + low + " to " + high + " is expected, but got " + value);
        }
        return ((Number) value).doubleValue();
    }
}
