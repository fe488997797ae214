package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.Observed;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.debug.search.FullTrainingSearch;
import dev.plumbline.debug.search.SearchResult;
import dev.plumbline.debug.search.Workers;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Modality;
import dev.plumbline.finding.Severity;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FactFixTest extends ModelFileTrials {
    private static final Dataset EASY = Samples.classes(Shape.of(12), Modality.TABULAR, 300, 3, 0);

    /** @param axis of a softmax between the layers: 0 lets the examples of a batch reach one another */
    private static Network network(int axis) {
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        String x = builder.input("x", ValueType.floats(Shape.of(12).batched()));
        String hidden = relu(builder, dense(builder, x, 32));
        String shares = builder.node("Softmax", Attributes.none().with("axis", axis), hidden);
        return builder.build(dense(builder, builder.node("Add", Attributes.none(), hidden, shares), 3));
    }

    private SearchResult search(Network network) {
        try (TorchLab lab = lab(network, EASY)) {
            Experiment experiment = experiment(EASY, Loss.CROSS_ENTROPY);
            Run before = lab.run(experiment, RunRequest.full(Trials.minute()), Observer.SILENT);
            FullTrainingSearch search = new FullTrainingSearch(
                    lab,
                    Observer.SILENT,
                    Causes.standard(),
                    Interventions.standard(),
                    Deadline.in(Duration.ofMinutes(2)),
                    Workers.ONE);
            return search.search(setup(experiment, lab, EASY).with(new Observed(lab, null, null, before)), before);
        }
    }

    @Test
    void examplesThatAreMixedButScoreWell_areMendedByTheEditThatSeparatesThem() {
        SearchResult result = search(network(0));

        assertThat(result.fix())
                .hasValueSatisfying(fix -> assertThat(fix.name()).contains("Softmax"));
        assertThat(result.findings())
                .filteredOn(f -> f.rule().id().equals("examples-mixed"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.ERROR);
                    assertThat(f.confirmedBy()).contains("evaluation mode; on full training");
                });
    }

    @Test
    void examplesThatAreApart_areLeftAsTheyAre() {
        SearchResult result = search(network(-1));

        assertThat(result.fix()).isEmpty();
        assertThat(result.findings()).noneMatch(f -> f.severity() == Severity.ERROR);
    }
}
