package dev.plumbline.torch;

import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.Observed;
import dev.plumbline.debug.OutputWidth;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.start.DataProfiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Experiments whose network comes from a model file, and what the causes see of them. */
abstract class ModelFileTrials {
    static final Dataset ROWS = Samples.classes(Shape.of(12), Modality.TABULAR, 200, 4, 0);

    @TempDir
    Path folder;

    static String dense(NetworkBuilder network, String input, int units) {
        network.layer(network.freeName("dense"), "Dense", true);
        int features = network.shape(input).get(-1);
        String product = network.node(
                "MatMul",
                Attributes.none(),
                input,
                network.weight("weight", Shape.of(features, units), Initializer.HE, features, units));
        return network.node("Add", Attributes.none(), product, network.bias("bias", units, Initializer.ZEROS));
    }

    static String relu(NetworkBuilder network, String input) {
        return network.node("Relu", Attributes.none(), input);
    }

    /** A lab whose model file is this network. */
    TorchLab lab(Network network, Dataset data) {
        NetworkFactory factory = NetworkFactory.standard()
                .reading(file -> new ImportedModel("a test's", network, TrainingDraft.empty(), null, List.of()));
        return new TorchLab(DataSource.of(data), factory, TorchSettings.standard());
    }

    Experiment experiment(Dataset data, Loss loss) {
        try {
            Path file = Files.writeString(folder.resolve("model.test"), "a network");
            return Trials.of(data, "mlp", Map.of())
                    .withModel(ModelPlan.file(file))
                    .withTraining(Trials.plan(loss, Optimizer.Adam.of(0.01)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Setup setup(Experiment experiment, TorchLab lab, Dataset data) {
        Network network = lab.network(experiment);
        Setup bare = new Setup(
                experiment,
                network,
                new ShapeInference(Operators.standard()).infer(network),
                new DataProfiler().profile(data),
                data);
        boolean runs = OutputWidth.misfit(bare, data.schema()).isEmpty();
        Run first = runs ? lab.run(experiment, RunRequest.oneStep(), Observer.SILENT) : null;
        return bare.with(new Observed(lab, first, null, null));
    }

    static List<Finding> look(Setup setup) {
        return Causes.standard().stream()
                .flatMap(c -> c.look(setup).stream())
                .filter(f -> f.severity() != Severity.INFO)
                .toList();
    }
}
