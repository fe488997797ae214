package dev.plumbline.evaluate;

/**
 * How far a share may be off that was counted on so many examples: the score interval (Wilson, 1927) at 95 %, which,
 * unlike the share plus or minus two standard errors, stays inside [0, 1] and says something of a share of 0.
 */
public final class Wilson {
    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /** @param share in [0, 1] @param examples at least 1 */
    public static Interval interval(double share, int examples) {
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * examples)) / (1 + z2 / examples);
        double half =
                Z / (1 + z2 / examples) * Math.sqrt(share * (1 - share) / examples + z2 / (4.0 * examples * examples));
        return new Interval(
                share, Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half)));
    }
}
