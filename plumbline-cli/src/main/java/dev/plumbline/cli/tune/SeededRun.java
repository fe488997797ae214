package dev.plumbline.cli.tune;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import java.util.EnumSet;
import java.util.Optional;

/** Runs an experiment to its end with another seed. */
record SeededRun(Bench bench) {
    /** Empty where the time was up, or the person ended it. */
    Optional<Run> run(Experiment experiment, long seed) {
        Observer observer = new Observer() {
            @Override
            public boolean stop() {
                return bench.interrupted().getAsBoolean();
            }
        };
        RunRequest request = new RunRequest(
                bench.deadline().budget(),
                RunRequest.Probing.NONE,
                EnumSet.of(SplitName.VALIDATION, SplitName.TEST),
                true,
                0);
        Run run = bench.lab().run(experiment.withTraining(experiment.training().withSeed(seed)), request, observer);
        boolean cut = run.outcome() instanceof Outcome.Interrupted || run.outcome() instanceof Outcome.OutOfBudget;
        return cut ? Optional.empty() : Optional.of(run);
    }
}
