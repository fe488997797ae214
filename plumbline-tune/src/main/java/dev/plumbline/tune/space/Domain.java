package dev.plumbline.tune.space;

/**
 * The values that one parameter may take.
 *
 * <p>Every domain maps to and from the unit interval, so that a sampler can work on numbers in [0, 1] and never look at
 * the kind. A discrete domain of n values divides the interval into n cells; {@link #toUnit} gives the middle of a
 * value's cell and {@link #fromUnit} the value whose cell a number falls into. Hence numbers drawn uniformly from the
 * interval are values drawn uniformly from the domain (on the log scale where the domain is logarithmic).
 *
 * <p>A value is a {@link Double} (float), a {@link Long} (int), or a choice, which is a {@link String},
 * {@link Boolean}, {@link Long} or {@link Double}: what a journal can write and read back as the same.
 */
public sealed interface Domain permits FloatDomain, IntDomain, ChoiceDomain {
    /** The cardinality of a continuous domain. */
    long INFINITE = Long.MAX_VALUE;

    /**
     * Where in [0, 1] a value lies.
     *
     * @throws IllegalArgumentException for a value that this domain does not hold
     */
    double toUnit(Object value);

    /** The value at a place in [0, 1]; a number outside is taken as the nearer end, NaN as 0. */
    Object fromUnit(double unit);

    /** How many values there are, or {@link #INFINITE}. */
    long cardinality();

    /** Whether this is one of the domain's values, in whatever numeric type. */
    boolean contains(Object value);

    /**
     * The same value in the type that this domain uses: 3, 3L and 3.0 are all 3L for an {@link IntDomain}.
     *
     * @throws IllegalArgumentException for a value that this domain does not hold
     */
    Object canonical(Object value);

    /**
     * A value in the type that any domain would give it: whole numbers as Long, others as Double, an enum constant's
     * name.
     */
    static Object plain(Object value) {
        return Choices.canonical(value);
    }
}
