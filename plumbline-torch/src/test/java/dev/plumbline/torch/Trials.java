package dev.plumbline.torch;

import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Settings;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Experiments on {@link Samples}, with everything said that a test does not care about. */
final class Trials {
    private Trials() {}

    static Experiment of(Dataset data, String architecture, Map<String, Object> settings) {
        Metric metric = Metric.byDefault(data.task());
        return new Experiment(
                "trial",
                data.task(),
                DataPlan.of(Path.of("made-in-the-test")),
                ModelPlan.architecture(architecture, Settings.of("model", settings)),
                plan(Loss.byDefault(data.task()), Optimizer.Adam.of(0.01)),
                Goal.of(metric));
    }

    static TrainingPlan plan(Loss loss, Optimizer optimizer) {
        return new TrainingPlan(LossPlan.of(loss), optimizer, new Schedule.Constant(), 16, 5, null, null, true, 7);
    }

    static TorchLab lab(Dataset data) {
        return new TorchLab(DataSource.of(data), NetworkFactory.standard(), TorchSettings.standard());
    }

    static Run run(Experiment experiment, Dataset data) {
        return run(experiment, data, RunRequest.full(minute()));
    }

    static Run run(Experiment experiment, Dataset data, RunRequest request) {
        try (TorchLab lab = lab(data)) {
            return lab.run(experiment, request, Observer.SILENT);
        }
    }

    static Run run(Experiment experiment, Network network, Dataset data, RunRequest request) {
        try (TorchLab lab = lab(data)) {
            return lab.run(experiment, network, request, Observer.SILENT);
        }
    }

    static Budget minute() {
        return Budget.of(Duration.ofMinutes(1));
    }
}
