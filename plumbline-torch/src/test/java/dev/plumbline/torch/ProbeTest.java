package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Dataset IMAGES = Samples.classes(Shape.of(1, 8, 8), Modality.IMAGE, 200, 3, 0);

    @Test
    void one_step_shows_every_node_with_shape_value_and_gradient() {
        Experiment lenet = Trials.of(IMAGES, "lenet", Map.of());
        Run run = Trials.run(lenet, IMAGES, RunRequest.oneStep());
        Snapshot snapshot = run.trace().first().orElseThrow();
        assertThat(snapshot.nodes()).extracting(NodeView::node).startsWith("conv2d_1/Conv", "conv2d_1/Relu");
        assertThat(snapshot.nodes().get(0).shape()).isEqualTo(Shape.of(16, 6, 8, 8));
        assertThat(snapshot.nodes()).allSatisfy(n -> {
            assertThat(n.gradient()).isNotNull();
            assertThat(n.value().isFinite()).isTrue();
            assertThat(n.value().norm()).isPositive();
        });
        NodeView relu = snapshot.nodes().get(1);
        assertThat(relu.value().min()).isZero();
        assertThat(relu.value().zeroShare()).isBetween(0.2, 0.8);
        assertThat(run.steps()).isEqualTo(1);
    }

    @Test
    void a_parameters_gradient_and_update_are_those_of_the_step() {
        double rate = 0.1;
        Experiment mlp = Trials.of(IMAGES, "mlp", Map.of("hidden", List.of(8)));
        Run run = Trials.run(
                mlp.withTraining(mlp.training().withOptimizer(new Optimizer.Sgd(rate, 0, false, 0))),
                IMAGES,
                RunRequest.oneStep());
        ParameterView weight = run.trace().first().orElseThrow().parameters().get(0);
        Statistics gradient = Objects.requireNonNull(weight.gradient());
        assertThat(Objects.requireNonNull(weight.updateRatio()))
                .isCloseTo(rate * gradient.norm() / weight.value().norm(), within(1e-5));
        assertThat(run.parameters().get(weight.parameter())).isInstanceOf(FloatTensor.class);
    }

    @Test
    void a_bias_before_a_sum_gets_the_mean_of_its_outputs_gradient() {
        Experiment mlp = Trials.of(IMAGES, "mlp", Map.of("hidden", List.of(8)));
        Snapshot snapshot =
                Trials.run(mlp, IMAGES, RunRequest.oneStep()).trace().first().orElseThrow();
        NodeView output = snapshot.nodes().get(snapshot.nodes().size() - 1);
        ParameterView bias = snapshot.parameters().get(snapshot.parameters().size() - 1);
        assertThat(Objects.requireNonNull(bias.gradient()).mean())
                .isCloseTo(Objects.requireNonNull(output.gradient()).mean() * 16, within(1e-6));
    }

    @Test
    void sampling_looks_often_at_first_then_rarely_and_at_the_last_step() {
        ProbeSchedule schedule = new ProbeSchedule(RunRequest.Probing.SAMPLED, 12_345, 1);
        List<Long> probed = LongStream.range(0, 12_345)
                .filter(s -> schedule.next(s) == s)
                .boxed()
                .toList();
        assertThat(probed)
                .startsWith(0L, 10L, 30L, 100L, 300L, 600L)
                .endsWith(12_344L)
                .hasSizeLessThan(25);
        assertThat(new ProbeSchedule(RunRequest.Probing.NONE, 10, 1).next(0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void sampling_looks_at_steps_that_update_where_gradients_are_gathered() {
        ProbeSchedule schedule = new ProbeSchedule(RunRequest.Probing.SAMPLED, 1_000, 4);
        List<Long> probed = LongStream.range(0, 1_000)
                .filter(s -> schedule.next(s) == s)
                .boxed()
                .toList();
        assertThat(probed).containsExactly(3L, 11L, 31L, 103L, 303L, 603L, 903L, 999L);
        assertThat(probed).allMatch(schedule::updates);
    }
}
