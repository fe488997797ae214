package dev.plumbline.testdata;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.start.DataProfiler;
import dev.plumbline.start.Starter;
import java.nio.file.Path;

/** From the YAML that a person would write to all that can be read off the experiment, as the stages do it. */
public final class Setups {
    private Setups() {}

    /** The experiment of a file, its gaps filled. The file need not say where the data are. */
    public static Experiment experiment(String yaml, Dataset dataset) {
        String whole = yaml.contains("data:") ? yaml : "data: {train: train.csv}\n" + yaml;
        return new Starter()
                .propose(ExperimentFile.parse(whole, Path.of("planted/experiment.yaml")), dataset)
                .experiment();
    }

    public static Setup of(String yaml, Dataset dataset) {
        return of(experiment(yaml, dataset), dataset);
    }

    public static Setup of(Experiment experiment, Dataset dataset) {
        Network network = NetworkFactory.standard().create(experiment, dataset.schema());
        return new Setup(
                experiment,
                network,
                new ShapeInference(Operators.standard()).infer(network),
                new DataProfiler().profile(dataset),
                dataset);
    }
}
