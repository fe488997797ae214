package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Run;
import dev.plumbline.network.Constraint;
import dev.plumbline.network.Constraint.Kind;
import dev.plumbline.network.Network;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Penalty;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Penalties and constraints against Keras's regularizers and constraints; {@code regularizers.py} made the numbers. */
class RegularizerTest {
    private static final int STEPS = 10;
    private static final TrainingPlan PLAN = Waves.plan(new Optimizer.Sgd(0.1, 0, false, 0), STEPS);

    @ParameterizedTest
    @CsvFileSource(resources = "regularizers.csv", delimiter = '|')
    void losses_and_parameters_are_what_keras_reports(ArgumentsAccessor row) {
        Run run = Waves.train(PLAN, network(Objects.requireNonNull(row.getString(0))));
        for (int i = 0; i < STEPS; i++) {
            assertThat((double) run.trace().losses()[i]).as("loss %d", i).isCloseTo(row.getDouble(1 + i), within(1e-5));
        }
        float[] weight = Waves.values(run, "dense_1/weight");
        float[] bias = Waves.values(run, "dense_1/bias");
        double[] found = {weight[0], weight[3], weight[1], weight[4], weight[2], weight[5], bias[0], bias[1]};
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("parameter %d", i).isCloseTo(row.getDouble(1 + STEPS + i), within(1e-5));
        }
    }

    private static Network network(String name) {
        Network network = Waves.network();
        return switch (name) {
            case "penalties" ->
                network.withPenalties(List.of(
                        new Penalty.Size("dense_1/weight", 0.01, 0.02, false),
                        new Penalty.Size("dense_1/bias", 0, 0.1, false),
                        new Penalty.Size(network.output(), 0.03, 0.04, true)));
            case "orthogonal-rows" ->
                network.withPenalties(List.of(
                        new Penalty.Orthogonality("dense_1/weight", 0.7, 0, false),
                        new Penalty.Orthogonality(network.output(), 0.4, 1, true)));
            case "orthogonal-columns" ->
                network.withPenalties(List.of(
                        new Penalty.Orthogonality("dense_1/weight", 0.7, 1, false),
                        new Penalty.Orthogonality(network.output(), 0.4, 0, true)));
            case "non-negative" -> network.withConstraints(List.of(constraint("bias", Kind.NON_NEGATIVE, 0, 0, 1)));
            case "unit-norm" -> network.withConstraints(List.of(constraint("weight", Kind.UNIT_NORM, 0, 1, 1)));
            case "max-norm" -> network.withConstraints(List.of(constraint("weight", Kind.MAX_NORM, 0, 0.3, 1)));
            default -> network.withConstraints(List.of(constraint("weight", Kind.MIN_MAX_NORM, 0.6, 0.7, 0.5)));
        };
    }

    /** Keras's axis 0 of a kernel (features, units) is axis 1 of one (units, features). */
    private static Constraint constraint(String parameter, Kind kind, double low, double high, double rate) {
        return new Constraint("dense_1/" + parameter, kind, low, high, rate, List.of(1));
    }

    @Test
    void the_scale_of_the_loss_leaves_penalties_as_they_are() {
        Network network = network("penalties");
        LossPlan scaled = PLAN.loss().withScale(1e-9);
        Run run = Waves.train(PLAN.withLoss(scaled), network);
        // only the bias's own penalty and that on outputs pull: both to 0
        assertThat(Waves.values(run, "dense_1/bias")[0]).isLessThan(0.5f * (float) Math.pow(1 - 0.1 * 0.2, STEPS));
    }

    @Test
    void what_only_a_penalty_reads_is_trained_and_a_frozen_parameter_is_not_penalized() {
        Network network = network("penalties");
        Run frozen = Waves.train(
                PLAN,
                network.withParameters(network.parameters().stream()
                        .map(p -> p.withTrainable(p.role() == Parameter.Role.BIAS))
                        .toList()));
        assertThat(Waves.values(frozen, "dense_1/weight")).containsOnly(0.5f);
        Parameter aside = new Parameter(
                "aside",
                dev.plumbline.network.ValueType.floats(dev.plumbline.data.Shape.of(2)),
                Parameter.Role.WEIGHT,
                null,
                dev.plumbline.data.FloatTensor.of(new float[] {1, -2}, 2),
                1,
                1,
                true);
        List<Parameter> more = new java.util.ArrayList<>(Waves.network().parameters());
        more.add(aside);
        Run run = Waves.train(
                PLAN,
                Waves.network().withParameters(more).withPenalties(List.of(new Penalty.Size("aside", 0, 0.5, false))));
        float left = (float) Math.pow(0.9, STEPS);
        assertThat(Waves.values(run, "aside")).containsExactly(new float[] {left, -2 * left}, within(1e-5f));
    }
}
