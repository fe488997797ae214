package dev.plumbline.tune.importance;

import java.util.Arrays;
import java.util.List;

/**
 * What a tree says of one parameter when all others are averaged over their domains, and how much that varies: exact,
 * from the boxes of its leaves (Hutter, Hoos and Leyton-Brown, ICML 2014, algorithm 2).
 */
final class Marginal {
    private Marginal() {}

    /** The variance of a tree over the whole space. */
    static double total(List<Box> leaves, Table table) {
        double mean = 0;
        double squares = 0;
        for (Box leaf : leaves) {
            double volume = volume(leaf, -1, table);
            mean += volume * leaf.value();
            squares += volume * leaf.value() * leaf.value();
        }
        return Math.max(0, squares - mean * mean);
    }

    /** The variance that is left when all but one parameter are averaged over. */
    static double variance(List<Box> leaves, int parameter, Table table) {
        return table.isCategorical(parameter)
                ? ofChoices(leaves, parameter, table)
                : ofNumbers(leaves, parameter, table);
    }

    private static double ofNumbers(List<Box> leaves, int parameter, Table table) {
        double[] cuts = leaves.stream()
                .mapToDouble(leaf -> leaf.low()[parameter])
                .sorted()
                .distinct()
                .toArray();
        double[] steps = new double[cuts.length + 1];
        for (Box leaf : leaves) {
            double share = volume(leaf, parameter, table) * leaf.value();
            steps[Arrays.binarySearch(cuts, leaf.low()[parameter])] += share;
            int end = Arrays.binarySearch(cuts, leaf.high()[parameter]);
            steps[end < 0 ? cuts.length : end] -= share;
        }
        double[] said = new double[cuts.length];
        double[] sizes = new double[cuts.length];
        double level = 0;
        for (int c = 0; c < cuts.length; c++) {
            level += steps[c];
            said[c] = level;
            sizes[c] = (c + 1 < cuts.length ? cuts[c + 1] : 1) - cuts[c];
        }
        return variance(said, sizes);
    }

    private static double ofChoices(List<Box> leaves, int parameter, Table table) {
        int choices = table.choices()[parameter];
        double[] said = new double[choices];
        double[] sizes = new double[choices];
        Arrays.fill(sizes, 1.0 / choices);
        for (Box leaf : leaves) {
            double share = volume(leaf, parameter, table) * leaf.value();
            for (int c = 0; c < choices; c++) {
                said[c] += (leaf.allowed()[parameter] >> c & 1) == 1 ? share : 0;
            }
        }
        return variance(said, sizes);
    }

    private static double variance(double[] said, double[] sizes) {
        double mean = 0;
        for (int c = 0; c < said.length; c++) {
            mean += sizes[c] * said[c];
        }
        double variance = 0;
        for (int c = 0; c < said.length; c++) {
            variance += sizes[c] * (said[c] - mean) * (said[c] - mean);
        }
        return variance;
    }

    /** The share of the space that a leaf covers, one parameter apart. */
    private static double volume(Box leaf, int apart, Table table) {
        double volume = 1;
        for (int p = 0; p < table.parameters(); p++) {
            volume *= p == apart ? 1 : leaf.extent(p, table);
        }
        return volume;
    }
}
