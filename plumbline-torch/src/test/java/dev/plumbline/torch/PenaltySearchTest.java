package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.debug.search.OneBatchSearch;
import dev.plumbline.debug.search.SearchResult;
import dev.plumbline.debug.search.Workers;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Penalty;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.start.DataProfiler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model file whose regularizers are too strong, searched with the real engine, and a healthy twin. */
class PenaltySearchTest {
    private static final Dataset BLOBS = Samples.classes(Shape.of(12), Modality.TABULAR, 300, 4, 0);

    private static Experiment experiment() {
        return Trials.of(BLOBS, "mlp", Map.of("hidden", List.of(32)));
    }

    /** A lab for which the file holds the multilayer perceptron with its kernels penalized. */
    private static Lab lab(double l2) {
        Network plain = NetworkFactory.standard().create(experiment(), BLOBS.schema());
        Network penalized = plain.withPenalties(plain.parameters().stream()
                .filter(p -> p.role() == Parameter.Role.WEIGHT)
                .<Penalty>map(p -> new Penalty.Size(p.name(), 0, l2, false))
                .toList());
        ImportedModel model = new ImportedModel("Keras 3", penalized, TrainingDraft.empty(), null, List.of());
        return new TorchLab(
                DataSource.of(BLOBS), NetworkFactory.standard().reading(path -> model), TorchSettings.standard());
    }

    private static Experiment fromFile() {
        return experiment().withModel(new ModelPlan(new ModelPlan.File(Path.of("model.keras"), "0"), List.of()));
    }

    @Test
    void penalties_that_keep_one_batch_from_being_learned_are_confirmed_by_training_without_them() {
        try (Lab lab = lab(1)) {
            OneBatch oneBatch = new OneBatch(lab, Observer.SILENT);
            OverfitResult before = oneBatch.run(fromFile(), BLOBS, OneBatch.MAX_STEPS, Trials.minute());
            assertThat(before.lossAtEnd()).isGreaterThan(before.bound());
            Network network = lab.network(fromFile());
            Setup setup = new Setup(
                    fromFile(),
                    network,
                    new ShapeInference(Operators.standard()).infer(network),
                    new DataProfiler().profile(BLOBS),
                    BLOBS);
            Deadline deadline = Deadline.in(Duration.ofMinutes(2));
            SearchResult result = new OneBatchSearch(
                            oneBatch, Causes.standard(), Interventions.standard(), deadline, Workers.ONE)
                    .search(setup, BLOBS, before);
            assertThat(result.fix()).map(Intervention::name).contains("without-penalties");
            Finding first = result.findings().get(0);
            assertThat(first.rule().id()).isEqualTo("penalty-too-strong");
            assertThat(first.status()).isEqualTo(Status.CONFIRMED);
            assertThat(first.seen()).contains("l2 1.0");
        }
    }

    @Test
    void usual_penalties_do_not_count_against_learning_one_batch() {
        try (Lab lab = lab(0.001)) {
            OverfitResult result =
                    new OneBatch(lab, Observer.SILENT).run(fromFile(), BLOBS, OneBatch.MAX_STEPS, Trials.minute());
            assertThat(result.lossAtEnd()).isLessThanOrEqualTo(result.bound());
            float[] losses = result.run().trace().losses();
            assertThat((double) losses[losses.length - 1]).as("with penalties").isGreaterThan(result.lossAtEnd());
        }
    }
}
