package dev.plumbline.cli.tune;

import dev.plumbline.data.CachedData;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.formats.FileData;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.start.Starter;
import dev.plumbline.tune.sampler.RandomSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** An example's experiment, and tuning it by a formula. */
record TuneFixture(Experiment experiment, CachedData data) {
    private static final NetworkFactory NETWORKS = NetworkFactory.standard().reading(new ModelFiles());

    static TuneFixture of(String example) {
        return at(Path.of("..", "examples", example));
    }

    static TuneFixture at(Path experimentFile) {
        CachedData data = new CachedData(new FileData());
        var given = ExperimentFile.read(experimentFile);
        var plan = given.model();
        var imported = plan == null ? null : NETWORKS.imported(plan).orElse(null);
        var draft = new Starter().naming(given, imported);
        Experiment experiment = new Starter()
                .propose(draft, data.load(draft.data(), draft.task()), imported)
                .experiment();
        return new TuneFixture(experiment, data);
    }

    Network network(Experiment edited) {
        return NETWORKS.create(edited, data.load(edited.data(), edited.task()).schema());
    }

    Tuned tuned(Path folder, String section, Sensitivity least) throws IOException {
        Path file = folder.resolve("section.yaml");
        Files.writeString(file, section.isEmpty() ? "name: none" : section);
        return Tuned.of(experiment, this::network, folder.resolve("report.json"), least, TuneSection.of(file));
    }

    TuneResult tune(Tuned tuned, Lab lab, Path journal, int trials) {
        return tune(tuned, lab, journal, trials, 2);
    }

    TuneResult tune(Tuned tuned, Lab lab, Path journal, int trials, int jobs) {
        Bench bench = new Bench(
                experiment,
                tuned.proposed(),
                lab,
                Deadline.in(Duration.ofMinutes(5)),
                jobs,
                () -> false,
                (what, done, total) -> {});
        return new Tuner(bench, new Tuner.Wishes(journal, trials, 3, 3, new RandomSampler(), 1, List.of(), Map.of()))
                .run();
    }

    /** Best at a rate of 0.003 with dropout of 0.2 and cosine; the seed moves it by so much. */
    static double accuracy(Experiment experiment, double noise) {
        double rate = Math.log10(experiment.training().optimizer().learningRate()) + 2.5;
        double penalty = Math.abs(Math.log10(experiment.training().optimizer().weightDecay() + 1e-6) + 4) * 0.004;
        double schedule = experiment.training().schedule().name().equals("cosine") ? 0 : 0.01;
        double luck = new SplittableRandom(experiment.training().seed() * 31 + experiment.hashCode()).nextDouble(-1, 1);
        return 0.97 - 0.05 * rate * rate - penalty - schedule + noise * luck;
    }
}
