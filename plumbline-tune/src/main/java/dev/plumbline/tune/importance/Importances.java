package dev.plumbline.tune.importance;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of the differences between trials each parameter accounts for.
 *
 * @param shares parameter to its share, the largest first; they sum to 1, or are all 0 where nothing can be told
 */
public record Importances(Map<String, Double> shares) {
    public Importances {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /** Amounts of any scale, at least 0, as shares of their sum. Equal ones stand in the order of their names. */
    static Importances ofAmounts(Map<String, Double> amounts) {
        double sum = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> shares.put(entry.getKey(), sum > 0 ? entry.getValue() / sum : 0));
        return new Importances(shares);
    }

    /** A parameter's share; 0 for one that is not known. */
    public double share(String parameter) {
        return shares.getOrDefault(parameter, 0.0);
    }
}
