package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.Observed;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.debug.search.FullTrainingSearch;
import dev.plumbline.debug.search.SearchResult;
import dev.plumbline.debug.search.Workers;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Modality;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Network;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.start.DataProfiler;
import dev.plumbline.start.Starter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeveralFaultsTest {
    private static final Dataset ROWS = Samples.classes(Shape.of(12), Modality.TABULAR, 400, 4, 0.2);

    private static SearchResult search(String output, double rate) {
        String yaml = "data: {train: made-in-the-test}\n"
                + "model: {layers: [{dense: {units: 32, activation: relu}}, {dense: {units: 4" + output + "}}]}\n"
                + "training: {loss: cross-entropy, optimizer: {name: sgd, learning-rate: " + rate
                + "}, batch-size: 16, epochs: 3, seed: 3}\n";
        Experiment experiment = new Starter()
                .propose(ExperimentFile.parse(yaml, Path.of("experiment.yaml")), ROWS)
                .experiment();
        try (TorchLab lab = Trials.lab(ROWS)) {
            Run before = lab.run(experiment, RunRequest.full(Trials.minute()), Observer.SILENT);
            Network network = lab.network(experiment);
            Setup setup = new Setup(
                            experiment,
                            network,
                            new ShapeInference(Operators.standard()).infer(network),
                            new DataProfiler().profile(ROWS),
                            ROWS)
                    .with(new Observed(lab, null, null, before));
            return new FullTrainingSearch(
                            lab,
                            Observer.SILENT,
                            Causes.standard(),
                            Interventions.standard(),
                            Deadline.in(Duration.ofMinutes(3)),
                            Workers.ONE)
                    .search(setup, before);
        }
    }

    @Test
    void twoFaultsOfWhichEachAloneIsMendedInPart_areMendedTogether() {
        SearchResult result = search(", activation: softmax", 5e-4);

        assertThat(result.fix())
                .hasValueSatisfying(
                        fix -> assertThat(fix.name()).contains("learning-rate=").contains(" "));
        assertThat(result.findings())
                .filteredOn(f -> f.confirmedBy() != null
                        && f.confirmedBy().contains(result.fix().orElseThrow().name()))
                .extracting(f -> f.rule().id())
                .contains("learning-rate-too-low");
    }

    @Test
    void oneFaultTakesOneEdit() {
        assertThat(search("", 5e-4).fix())
                .hasValueSatisfying(fix -> assertThat(fix.name()).doesNotContain(" "));
    }
}
