package dev.plumbline.torch;

import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Observed;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.start.DataProfiler;
import dev.plumbline.start.Starter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An experiment that a test looks at as the stages do: first step, one batch, full training with the real engine. Its
 * network may be changed as a model file would bring it.
 */
final class Trial implements AutoCloseable {
    private final Dataset data;
    private final TorchLab lab;
    private final Experiment experiment;

    private Trial(Dataset data, TorchLab lab, Experiment experiment) {
        this.data = data;
        this.lab = lab;
        this.experiment = experiment;
    }

    static Trial of(String yaml, Dataset data) {
        return new Trial(data, Trials.lab(data), experiment(yaml, data));
    }

    /** With the network in a file, changed. */
    static Trial of(String yaml, Dataset data, UnaryOperator<Network> change) {
        Experiment written = experiment(yaml, data);
        Network network = change.apply(NetworkFactory.standard().create(written, data.schema()));
        ImportedModel model = new ImportedModel("Keras 3", network, TrainingDraft.empty(), null, List.of());
        TorchLab lab = new TorchLab(
                DataSource.of(data), NetworkFactory.standard().reading(path -> model), TorchSettings.standard());
        ModelPlan file = new ModelPlan(new ModelPlan.File(Path.of("model.keras"), "0"), List.of());
        return new Trial(data, lab, written.withModel(file));
    }

    private static Experiment experiment(String yaml, Dataset data) {
        String whole = yaml.contains("data:") ? yaml : "data: {train: made-in-the-test}\n" + yaml;
        return new Starter()
                .propose(ExperimentFile.parse(whole, Path.of("planted/experiment.yaml")), data)
                .experiment();
    }

    /** All that the stages see of it. */
    Setup setup() {
        Network network = lab.network(experiment);
        Run first = lab.run(experiment, RunRequest.oneStep(), Observer.SILENT);
        OverfitResult overfit =
                new OneBatch(lab, Observer.SILENT).run(experiment, data, OneBatch.MAX_STEPS, Trials.minute());
        return new Setup(
                experiment,
                network,
                new ShapeInference(Operators.standard()).infer(network),
                new DataProfiler().profile(data),
                data,
                new Observed(lab, first, overfit, run(experiment)));
    }

    /** The same as it was seen before the full training. */
    static Setup beforeTraining(Setup setup) {
        Observed seen = setup.observed();
        return setup.with(new Observed(seen.lab(), seen.firstStep(), seen.overfit(), null));
    }

    private Run run(Experiment which) {
        return lab.run(which, RunRequest.full(Trials.minute()), Observer.SILENT);
    }

    /** Share of train examples right after full training; with an edit, if one is named. */
    double accuracy(String... edits) {
        Experiment edited = experiment;
        for (String edit : edits) {
            edited = Interventions.standard().parse(edit).apply(edited);
        }
        return run(edited).predictions(SplitName.TRAIN).orElseThrow().score(Metric.ACCURACY);
    }

    static Cause cause(String rule) {
        return Causes.standard().stream()
                .filter(c -> c.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** What would be told of the experiment, from all causes. */
    static List<Finding> told(Setup setup) {
        return Causes.standard().stream()
                .flatMap(c -> c.look(setup).stream())
                .filter(f -> f.severity() != Severity.INFO)
                .toList();
    }

    @Override
    public void close() {
        lab.close();
    }
}
