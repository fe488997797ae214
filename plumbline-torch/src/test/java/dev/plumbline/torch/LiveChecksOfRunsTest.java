package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Modality;
import dev.plumbline.finding.Finding;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.live.LiveChecks;
import dev.plumbline.start.Starter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plumbline's own trainer, watched while it trains. */
class LiveChecksOfRunsTest {
    private static final Dataset BLOBS = Samples.classes(Shape.of(12), Modality.TABULAR, 800, 4, 0);
    private static final String RELU =
            "model: {layers: [{dense: {units: 32, activation: relu}}, {dense: {units: 4}}]}\n";

    /** Findings, and after how many steps each came. */
    private record Watched(List<Finding> findings, List<Long> steps, Run run) {
        List<String> rules() {
            return findings.stream().map(f -> f.rule().id()).toList();
        }
    }

    private static Experiment experiment(String yaml) {
        String text = "data: {train: made-in-the-test}\n" + yaml;
        return new Starter()
                .propose(ExperimentFile.parse(text, Path.of("experiment.yaml")), BLOBS)
                .experiment();
    }

    private static Watched watch(String yaml) {
        List<Finding> findings = new ArrayList<>();
        List<Long> steps = new ArrayList<>();
        long[] done = {0};
        LiveChecks live = new LiveChecks(finding -> {
            findings.add(finding);
            steps.add(done[0]);
        });
        Observer counting = new Observer() {
            @Override
            public void onLosses(long first, float[] losses) {
                done[0] = first + losses.length;
                live.onLosses(first, losses);
            }

            @Override
            public void onSnapshot(Snapshot snapshot) {
                live.onSnapshot(snapshot);
            }

            @Override
            public void onEpoch(Epoch epoch, int totalEpochs) {
                live.onEpoch(epoch, totalEpochs);
            }
        };
        try (TorchLab lab = Trials.lab(BLOBS)) {
            Run run = lab.run(experiment(yaml), RunRequest.full(Trials.minute()), counting);
            return new Watched(findings, steps, run);
        }
    }

    private static String training(String optimizer) {
        return "training: {loss: cross-entropy, optimizer: " + optimizer + ", batch-size: 16, epochs: 40, seed: 3}\n";
    }

    @Test
    void aHealthyRunIsNotSpokenOf() {
        for (String optimizer : List.of(
                "{name: adam, learning-rate: 0.003}",
                "{name: adam, learning-rate: 0.02}",
                "{name: sgd, learning-rate: 0.05, momentum: 0.9}")) {
            Watched watched = watch(RELU + training(optimizer));
            assertThat(watched.findings()).as(optimizer).isEmpty();
            assertThat(watched.run().outcome()).isInstanceOf(Outcome.Completed.class);
        }
    }

    @Test
    void aRateThatIsFarTooHighIsToldLongBeforeTheEnd() {
        Watched watched = watch(RELU + training("{name: sgd, learning-rate: 300}"));
        assertThat(watched.rules()).containsAnyOf("learning-rate-too-high", "not-finite", "exploding-gradient");
        assertThat(watched.steps().get(0)).isLessThan(200);
    }

    @Test
    void aRateThatIsFarTooLowIsTold() {
        assertThat(watch(RELU + training("{name: sgd, learning-rate: 1e-7}")).rules())
                .contains("learning-rate-too-low");
    }

    @Test
    void sigmoidsThatLetNoGradientThroughAreTold() {
        String sigmoid = "{dense: {units: 16, activation: sigmoid}}";
        String stack = "model: {layers: [" + (sigmoid + ", ").repeat(9) + "{dense: {units: 4}}]}\n";
        assertThat(watch(stack + training("{name: sgd, learning-rate: 0.01}")).rules())
                .contains("vanishing-gradient");
    }

    @Test
    void observersAreToldWhatTheTraceHoldsInTheEnd() {
        List<Snapshot> snapshots = new ArrayList<>();
        List<Float> losses = new ArrayList<>();
        Observer observer = new Observer() {
            @Override
            public void onLosses(long first, float[] more) {
                assertThat(first).isEqualTo(losses.size());
                for (float loss : more) {
                    losses.add(loss);
                }
            }

            @Override
            public void onSnapshot(Snapshot snapshot) {
                snapshots.add(snapshot);
            }
        };
        for (String rate : List.of("0.01", "1e30")) {
            snapshots.clear();
            losses.clear();
            try (TorchLab lab = Trials.lab(BLOBS)) {
                Trace trace = lab.run(
                                experiment(RELU + training("{name: sgd, learning-rate: " + rate + "}")),
                                RunRequest.full(Trials.minute()),
                                observer)
                        .trace();
                assertThat(snapshots).as(rate).isEqualTo(trace.snapshots());
                assertThat(losses).as(rate).hasSize(trace.losses().length);
            }
        }
    }
}
