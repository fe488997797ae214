package dev.plumbline.start;

import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import java.util.List;

/** One class far more frequent than another. */
public final class ClassImbalance implements Check<DataProfile> {
    /**
     * The most frequent class has more than this many examples for one of the least frequent. For two classes, whoever
     * always says the frequent one is then right in 5 of 6 cases; Google's machine learning course calls a class with
     * under 20 % of the examples moderately imbalanced.
     */
    public static final double RATIO = 5;

    private static final Rule RULE = new Rule(
            "class-imbalance",
            Stage.START,
            "Some classes are far more frequent than others",
            "W4; Google, Machine Learning Crash Course, Imbalanced datasets");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        List<Integer> counts = profile.train().classCounts();
        if (profile.task() != Task.CLASSIFICATION || ratio(counts) <= RATIO) {
            return List.of();
        }
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        int least = least(counts);
        double majority = (double) most / profile.train().examples();
        return List.of(new Finding(
                RULE,
                Severity.WARNING,
                Status.CONFIRMED,
                "target " + profile.schema().target(),
                Figures.count(most, "train example") + " of " + Classes.name(profile, counts.indexOf(most)) + ", "
                        + least + " of " + Classes.name(profile, counts.indexOf(least)),
                "Always saying " + Classes.name(profile, counts.indexOf(most)) + " is right for "
                        + Figures.percent(majority) + ", so a good accuracy may mean that nothing was learned.",
                "counted in the train split",
                "Judge by `goal.metric: balanced-accuracy` or f1, and compare with the majority class; collect more of"
                        + " the rare classes or weigh them more."));
    }

    /** Most frequent to least frequent class, among those that occur; 1 for fewer than two. */
    public static double ratio(List<Integer> counts) {
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        int least = least(counts);
        return least == 0 ? 1 : (double) most / least;
    }

    private static int least(List<Integer> counts) {
        return counts.stream()
                .mapToInt(Integer::intValue)
                .filter(c -> c > 0)
                .min()
                .orElse(0);
    }
}
