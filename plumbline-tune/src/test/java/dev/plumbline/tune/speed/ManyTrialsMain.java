package dev.plumbline.tune.speed;

import dev.plumbline.tune.Budget;
import dev.plumbline.tune.Study;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.sampler.tpe.TpeSampler;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Space;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Eight threads ask and tell 100,000 trials: counts what is lost or doubled, of a large space and of a small one. */
public final class ManyTrialsMain {
    private static final int TRIALS = 100_000;
    private static final Space LARGE = Space.of("x", FloatDomain.of(0, 1)).with("y", FloatDomain.of(0, 1));
    /** As many configurations as trials: all of them must be tried, each once. */
    private static final Space SMALL = Space.of("x", IntDomain.of(1, 400)).with("y", IntDomain.of(1, 250));

    private ManyTrialsMain() {}

    /** Prints a line for each case. */
    public static void main(String[] arguments) {
        report("TPE, continuous", LARGE, new TpeSampler());
        report("random, as many configurations as trials", SMALL, new RandomSampler());
    }

    private static void report(String name, Space space, Sampler sampler) {
        long begin = System.nanoTime();
        Study study = Study.minimize().space(space).sampler(sampler).open();
        study.optimize(
                trial -> Math.abs(trial.getDouble("x") - 0.3) + Math.abs(trial.getDouble("y") - 0.7),
                Budget.trials(TRIALS).threads(8));
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<TrialRecord> trials = study.trials();
        Set<Integer> numbers = new HashSet<>();
        Set<Map<String, Object>> configurations = new HashSet<>();
        int complete = 0;
        for (TrialRecord trial : trials) {
            numbers.add(trial.number());
            configurations.add(trial.parameters());
            complete += trial.state() == TrialState.COMPLETE ? 1 : 0;
        }
        System.out.println(String.format(
                Locale.ROOT,
                "8 threads, 100,000 trials, %s: %d lost, %d doubled, %d configurations repeated, %.1f s",
                name,
                TRIALS - Math.min(complete, numbers.size()),
                trials.size() - numbers.size(),
                trials.size() - configurations.size(),
                seconds));
    }
}
