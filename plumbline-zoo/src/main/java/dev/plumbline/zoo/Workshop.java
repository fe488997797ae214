package dev.plumbline.zoo;

import dev.plumbline.data.CachedData;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Stage;
import dev.plumbline.formats.FileData;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.Walk;
import dev.plumbline.guide.Workbench;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** One case's lab: walks it as {@code plumbline run} does, and trains it in full. One thread. */
final class Workshop implements AutoCloseable {
    /** Far more than any base needs; a training that takes longer counts with what it had reached. */
    private static final Duration MOST_TRAINING = Duration.ofSeconds(60);

    private final CachedData data = new CachedData(new FileData());
    private final Lab lab =
            new TorchLab(data, NetworkFactory.standard().reading(new ModelFiles()), TorchSettings.standard());

    /** Walks from start to compare. */
    Diagnosis walk(Draft draft, Duration budget) {
        return walk(draft, budget, EnumSet.of(Stage.START, Stage.CHECK, Stage.OVERFIT, Stage.COMPARE));
    }

    private Diagnosis walk(Draft draft, Duration budget, Set<Stage> stages) {
        Workbench bench = new Workbench(
                lab, data, Causes.standard(), Interventions.standard(), Deadline.in(budget), Observer.SILENT);
        return new Walk(bench, new Walk.Listener() {}).run(Knowledge.of(draft), stages);
    }

    /** The experiment with its gaps filled. */
    Experiment complete(Draft draft) {
        return walk(draft, MOST_TRAINING, EnumSet.of(Stage.START))
                .knowledge()
                .experiment()
                .orElseThrow();
    }

    /** The experiment's network. */
    Network network(Experiment experiment) {
        return lab.network(experiment);
    }

    /** The test score after a full training with a seed; NaN where it came to nothing. */
    double score(Experiment experiment, long seed, Metric metric) {
        Experiment seeded = experiment.withTraining(experiment.training().withSeed(seed));
        RunRequest request =
                new RunRequest(Budget.of(MOST_TRAINING), RunRequest.Probing.NONE, Set.of(SplitName.TEST), true, 0);
        Run run = lab.run(seeded, request, Observer.SILENT);
        return run.predictions(SplitName.TEST)
                .map(predictions -> predictions.score(metric))
                .orElse(Double.NaN);
    }

    /** Trains in full while someone looks on. */
    void watch(Experiment experiment, Observer observer) {
        lab.run(experiment, RunRequest.full(Budget.of(MOST_TRAINING)), observer);
    }

    @Override
    public void close() {
        lab.close();
    }
}
