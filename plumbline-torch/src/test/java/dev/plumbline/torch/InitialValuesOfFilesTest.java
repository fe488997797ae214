package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.finding.Finding;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Weights that a model file holds are judged like those that are drawn. */
class InitialValuesOfFilesTest extends ModelFileTrials {
    /** The dense network of a file, its weights given as values. */
    private static Network valued(Function<float[], float[]> changed) {
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        String x = builder.input("x", ValueType.floats(Shape.of(12).batched()));
        Network drawn = builder.build(dense(builder, relu(builder, dense(builder, x, 32)), 4));
        try (Inference inference = new Inference(drawn, TorchSettings.standard())) {
            Map<String, dev.plumbline.data.Tensor> values = inference.parameters();
            return drawn.withParameters(drawn.parameters().stream()
                    .map(p -> valued(p, (FloatTensor) Objects.requireNonNull(values.get(p.name())), changed))
                    .toList());
        }
    }

    private static Parameter valued(Parameter parameter, FloatTensor values, Function<float[], float[]> changed) {
        boolean first = parameter.name().equals("dense_1/weight");
        return parameter.withValues(first ? new FloatTensor(changed.apply(values.values()), values.shape()) : values);
    }

    private List<Finding> lookAtValues(Function<float[], float[]> changed) {
        try (TorchLab lab = lab(valued(changed), ROWS)) {
            return look(setup(experiment(ROWS, Loss.CROSS_ENTROPY), lab, ROWS)).stream()
                    .filter(f -> f.rule().id().startsWith("initialization-"))
                    .toList();
        }
    }

    @Test
    void valuesOfAFileAreJudgedLikeInitializersAndDrawnAnewByTheEdit() {
        assertThat(lookAtValues(values -> values)).isEmpty();
        assertThat(lookAtValues(values -> new float[values.length]))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.rule().id()).isEqualTo("initialization-zeros");
                    assertThat(f.seen()).contains("values all 0.0", "1 of 2");
                });
        assertThat(lookAtValues(InitialValuesOfFilesTest::equalUnits))
                .singleElement()
                .satisfies(f -> assertThat(f.seen()).contains("equal for all units"));
        assertThat(lookAtValues(values -> scaled(values, 30))).singleElement().satisfies(f -> {
            assertThat(f.rule().id()).isEqualTo("initialization-scale");
            assertThat(f.seen()).contains("values of standard deviation", "12 inputs");
        });
        assertThat(lookAtValues(values -> scaled(values, 0.001f)))
                .singleElement()
                .satisfies(f -> assertThat(f.rule().id()).isEqualTo("initialization-scale"));
        try (TorchLab lab = lab(valued(values -> new float[values.length]), ROWS)) {
            Experiment edited =
                    Interventions.standard().parse("initialize=he").apply(experiment(ROWS, Loss.CROSS_ENTROPY));
            assertThat(look(setup(edited, lab, ROWS))).isEmpty();
        }
    }

    /** Each input has the same weight to all of the 32 units. */
    private static float[] equalUnits(float[] values) {
        float[] equal = values.clone();
        for (int i = 0; i < equal.length; i++) {
            equal[i] = values[i - i % 32];
        }
        return equal;
    }

    private static float[] scaled(float[] values, float by) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= by;
        }
        return scaled;
    }
}
