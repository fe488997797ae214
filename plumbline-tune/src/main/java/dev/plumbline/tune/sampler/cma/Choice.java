package dev.plumbline.tune.sampler.cma;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How likely each value of a categorical parameter is: moves towards the values of the better half, and keeps a margin
 * for each (R. Hamano and others, CatCMA, 2024, has the margin).
 */
final class Choice {
    private static final double RATE = 0.15;

    private final double[] shares;
    private final double margin;

    /** @param categorical how many parameters of this kind there are */
    Choice(int values, int categorical) {
        shares = new double[values];
        Arrays.fill(shares, 1.0 / values);
        margin = values == 1 ? 1 : Math.min((1 - Math.pow(0.73, 1.0 / categorical)) / (values - 1), 1.0 / values);
    }

    int draw(SplittableRandom random) {
        double left = random.nextDouble();
        for (int k = 0; k < shares.length; k++) {
            left -= shares[k];
            if (left < 0) {
                return k;
            }
        }
        return shares.length - 1;
    }

    /** @param value a better sample's value @param weight its weight; all weights of a generation add up to 1 */
    void add(int value, double weight) {
        for (int k = 0; k < shares.length; k++) {
            shares[k] += RATE * weight * ((k == value ? 1 : 0) - shares[k]);
        }
    }

    /** Lifts every share to the margin, at the cost of those above. */
    void keepMargin() {
        double above = 0;
        for (double share : shares) {
            above += Math.max(0, share - margin);
        }
        double spare = 1 - margin * shares.length;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = margin + (above > 0 ? Math.max(0, shares[k] - margin) * spare / above : 0);
        }
    }
}
