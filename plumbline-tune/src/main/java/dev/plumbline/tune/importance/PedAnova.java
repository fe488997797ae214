package dev.plumbline.tune.importance;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What it took to be among the best trials: the Pearson divergence between where the best trials lie on a parameter and
 * where all lie (PED-ANOVA, Watanabe, Bansal and Hutter, IJCAI 2023, arXiv 2304.10255). Quick, and sensible on trials
 * that a sampler has drawn to one place. Where a parameter is only sometimes there, trials without it count by how
 * often the best ones have it (conditional PED-ANOVA, arXiv 2601.20800).
 *
 * @param best the share of trials that count as the best ones; above 0 and below 1
 */
public record PedAnova(double best) implements ImportanceEvaluator {
    private static final double THIN = 1e-12;

    public PedAnova {
        if (!(best > 0 && best < 1)) {
            throw new IllegalArgumentException("`0 < best < 1` must hold, but got best=" + best);
        }
    }

    /** The best tenth. */
    public PedAnova() {
        this(0.1);
    }

    @Override
    public Importances evaluate(History history, Space space) {
        List<TrialRecord> all = Usable.trials(history);
        Map<String, Double> amounts = new LinkedHashMap<>();
        space.parameters().forEach(parameter -> amounts.put(parameter.name(), 0.0));
        if (all.size() > 1) {
            List<TrialRecord> top = top(all, history.direction());
            for (Parameter parameter : space.parameters()) {
                amounts.put(parameter.name(), amount(parameter, top, all));
            }
        }
        return Importances.ofAmounts(amounts);
    }

    /** The best share, and what is as good as the worst of them. */
    private List<TrialRecord> top(List<TrialRecord> all, Direction direction) {
        double[] losses =
                all.stream().mapToDouble(t -> loss(t, direction)).sorted().toArray();
        double bound = losses[(int) Math.ceil(best * losses.length) - 1];
        return all.stream().filter(t -> loss(t, direction) <= bound).toList();
    }

    private static double loss(TrialRecord trial, Direction direction) {
        return direction.loss(trial.values().get(0));
    }

    private static double amount(Parameter parameter, List<TrialRecord> top, List<TrialRecord> all) {
        if (parameter.domain().cardinality() < 2) {
            return 0;
        }
        List<Object> inAll = values(parameter, all);
        List<Object> inTop = values(parameter, top);
        if (inAll.size() < 2 || inTop.isEmpty()) {
            return 0;
        }
        double shareOfTop = (double) inTop.size() / top.size();
        double shareOfAll = (double) inAll.size() / all.size();
        Grid grid = Grid.of(parameter.domain());
        return shareOfTop * shareOfTop / shareOfAll * divergence(density(grid, inTop), density(grid, inAll));
    }

    private static List<Object> values(Parameter parameter, List<TrialRecord> trials) {
        List<Object> values = new ArrayList<>();
        for (TrialRecord trial : trials) {
            Object value = trial.parameters().get(parameter.name());
            if (value != null && parameter.domain().contains(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private static double[] density(Grid grid, List<Object> values) {
        int[] counts = new int[grid.cells()];
        values.forEach(value -> counts[grid.cell(value)]++);
        double[] density = Density.of(counts, grid.isOrdered());
        return Arrays.stream(density).map(d -> d + THIN).toArray();
    }

    private static double divergence(double[] top, double[] all) {
        double sum = 0;
        for (int i = 0; i < top.length; i++) {
            double surplus = top[i] / all[i] - 1;
            sum += all[i] * surplus * surplus;
        }
        return sum;
    }
}
