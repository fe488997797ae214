package dev.plumbline.tune.importance;

/**
 * The part of the space that a leaf of a tree covers, and what the tree says there.
 *
 * @param low by parameter, where it begins; of choices 0
 * @param high where it ends; of choices 1
 * @param allowed by parameter, the set of choices as bits; of numbers 0
 */
@SuppressWarnings("ArrayRecordComponent") // made by the thousand, and never changed
record Box(double[] low, double[] high, long[] allowed, double value) {
    /** Everything. */
    static Box whole(Table table) {
        int count = table.parameters();
        double[] high = new double[count];
        long[] allowed = new long[count];
        for (int p = 0; p < count; p++) {
            high[p] = 1;
            allowed[p] = table.isCategorical(p) ? (1L << table.choices()[p]) - 1 : 0;
        }
        return new Box(new double[count], high, allowed, Double.NaN);
    }

    Box below(int parameter, double threshold) {
        double[] changed = high.clone();
        changed[parameter] = threshold;
        return new Box(low, changed, allowed, value);
    }

    Box above(int parameter, double threshold) {
        double[] changed = low.clone();
        changed[parameter] = threshold;
        return new Box(changed, high, allowed, value);
    }

    Box only(int parameter, long choices) {
        long[] changed = allowed.clone();
        changed[parameter] &= choices;
        return new Box(low, high, changed, value);
    }

    Box saying(double said) {
        return new Box(low, high, allowed, said);
    }

    /** Its extent along a parameter, as a share of the parameter's. */
    double extent(int parameter, Table table) {
        return table.isCategorical(parameter)
                ? (double) Long.bitCount(allowed[parameter]) / table.choices()[parameter]
                : high[parameter] - low[parameter];
    }
}
