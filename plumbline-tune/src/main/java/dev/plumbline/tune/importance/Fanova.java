package dev.plumbline.tune.importance;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How much of the values' variance over the whole space each parameter accounts for on its own, by a random forest
 * (functional ANOVA; Hutter, Hoos and Leyton-Brown, ICML 2014). It tells of the space as it was declared, and so is
 * best on trials that are spread over it; where most lie close together, {@link PedAnova} tells more.
 *
 * <p>Parameters that some of the trials lack have no place in a tree; their share is 0.
 *
 * @param trees at least 1
 * @param seed of the forest; the same seed gives the same importances
 */
public record Fanova(int trees, long seed) implements ImportanceEvaluator {
    /** More trials than these make a tree no better, and only slower; then as many are taken at even distances. */
    private static final int MOST_TRIALS = 4000;

    public Fanova {
        if (trees < 1) {
            throw new IllegalArgumentException("`trees >= 1` must hold, but got trees=" + trees);
        }
    }

    /** 64 trees. */
    public Fanova() {
        this(64, 0);
    }

    @Override
    public Importances evaluate(History history, Space space) {
        List<TrialRecord> trials = spread(Usable.trials(history));
        Map<String, Double> amounts = new LinkedHashMap<>();
        space.parameters().forEach(parameter -> amounts.put(parameter.name(), 0.0));
        List<Parameter> told = space.parameters().stream()
                .filter(parameter -> parameter.domain().cardinality() > 1)
                .filter(parameter -> trials.stream().allMatch(trial -> has(trial, parameter)))
                .toList();
        if (trials.size() > 1 && !told.isEmpty()) {
            double[] fractions = fractions(Table.of(told, trials));
            for (int p = 0; p < fractions.length; p++) {
                amounts.put(told.get(p).name(), fractions[p]);
            }
        }
        return Importances.ofAmounts(amounts);
    }

    private static boolean has(TrialRecord trial, Parameter parameter) {
        Object value = trial.parameters().get(parameter.name());
        return value != null && parameter.domain().contains(value);
    }

    private static List<TrialRecord> spread(List<TrialRecord> trials) {
        if (trials.size() <= MOST_TRIALS) {
            return trials;
        }
        List<TrialRecord> some = new ArrayList<>();
        for (int i = 0; i < MOST_TRIALS; i++) {
            some.add(trials.get((int) ((long) i * trials.size() / MOST_TRIALS)));
        }
        return some;
    }

    /** By parameter, the mean over the trees of its part of a tree's variance. */
    private double[] fractions(Table table) {
        double[] fractions = new double[table.parameters()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int tree = 0; tree < trees; tree++) {
            List<Box> leaves = TreeGrower.grow(table, random);
            double total = Marginal.total(leaves, table);
            for (int p = 0; total > 0 && p < fractions.length; p++) {
                fractions[p] += Marginal.variance(leaves, p, table) / total / trees;
            }
        }
        return fractions;
    }
}
