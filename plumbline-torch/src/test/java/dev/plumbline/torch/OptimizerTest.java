package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Clipping;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Settings;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.RunRequest.Probing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Linear regression, stepped by the lab and by formulas written out here. */
class OptimizerTest {
    private static final int FEATURES = 3;
    private static final int STEPS = 12;
    private static final double START = 0.5;
    private static final Dataset ROWS = Samples.regression(64, FEATURES);

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Optimizer.Sgd(0.01, 0, false, 0),
                new Optimizer.Sgd(0.01, 0.9, false, 0.1),
                new Optimizer.Sgd(0.01, 0.9, true, 0),
                new Optimizer.Adam(0.05, 0.9, 0.999, 1e-8, 0),
                new Optimizer.Adam(0.05, 0.8, 0.9, 1e-6, 0.1),
                new Optimizer.AdamW(0.05, 0.9, 0.999, 1e-8, 0.1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void parameters_after_some_steps_agree_with_the_papers_formulas(Optimizer optimizer) {
        assertAgree(plan(optimizer));
    }

    @Test
    void the_schedule_the_scale_of_the_loss_and_clipping_are_heeded() {
        TrainingPlan plan = plan(new Optimizer.Sgd(0.05, 0.5, false, 0));
        assertAgree(plan.withSchedule(new Schedule.Cosine(4)));
        assertAgree(plan.withLoss(new LossPlan(Loss.MSE, -0.25)));
        assertAgree(plan.withClipping(Clipping.globalNorm(3)));
        assertAgree(plan.withClipping(new Clipping(Clipping.Kind.EACH_NORM, 3)));
        assertAgree(plan.withClipping(new Clipping(Clipping.Kind.VALUE, 3)));
    }

    private static TrainingPlan plan(Optimizer optimizer) {
        int examples = ROWS.train().size();
        return new TrainingPlan(
                LossPlan.of(Loss.MSE), optimizer, new Schedule.Constant(), examples, STEPS, null, null, true, 1);
    }

    private static void assertAgree(TrainingPlan plan) {
        Experiment experiment = Trials.of(ROWS, "mlp", Map.of())
                .withModel(ModelPlan.layers(List.of(new LayerSpec(
                        "dense",
                        Settings.of(
                                "layer",
                                Map.of(
                                        "units", 1,
                                        "initializer", "constant(" + START + ")",
                                        "bias-initializer", "constant(" + START + ")"))))))
                .withTraining(plan);
        Experiment raw =
                experiment.withData(experiment.data().withNormalization(dev.plumbline.experiment.Normalization.NONE));
        Budget budget = Trials.minute();
        Run run = Trials.run(raw, ROWS, new RunRequest(budget, Probing.NONE, Set.of(), false, 0));
        double[] expected = reference(plan);
        float[] weight = values(run, "dense_1/weight");
        float[] bias = values(run, "dense_1/bias");
        for (int k = 0; k < FEATURES; k++) {
            assertThat((double) weight[k]).isCloseTo(expected[k], within(1e-3));
        }
        assertThat((double) bias[0]).isCloseTo(expected[FEATURES], within(1e-3));
    }

    private static float[] values(Run run, String parameter) {
        return ((FloatTensor) Objects.requireNonNull(run.parameters().get(parameter))).values();
    }

    private static double[] reference(TrainingPlan plan) {
        int n = FEATURES + 1;
        double[] p = new double[n];
        java.util.Arrays.fill(p, START);
        double[] m = new double[n];
        double[] v = new double[n];
        for (int t = 1; t <= STEPS; t++) {
            double[] g = gradient(p, plan);
            double lr = plan.optimizer().learningRate() * plan.schedule().factor(t - 1, 1, STEPS);
            for (int i = 0; i < n; i++) {
                step(plan.optimizer(), lr, t, p, m, v, g, i);
            }
        }
        return p;
    }

    private static void step(
            Optimizer optimizer, double lr, int t, double[] p, double[] m, double[] v, double[] g, int i) {
        double decay = optimizer.weightDecay();
        if (optimizer instanceof Optimizer.Sgd sgd) {
            double d = g[i] + decay * p[i];
            m[i] = sgd.momentum() * m[i] + d;
            p[i] -= lr * (sgd.nesterov() ? d + sgd.momentum() * m[i] : m[i]);
            return;
        }
        boolean decoupled = optimizer instanceof Optimizer.AdamW;
        Optimizer.Adam s = optimizer instanceof Optimizer.AdamW w
                ? new Optimizer.Adam(w.learningRate(), w.beta1(), w.beta2(), w.epsilon(), 0)
                : (Optimizer.Adam) optimizer;
        double d = decoupled ? g[i] : g[i] + decay * p[i];
        p[i] -= decoupled ? lr * decay * p[i] : 0;
        m[i] = s.beta1() * m[i] + (1 - s.beta1()) * d;
        v[i] = s.beta2() * v[i] + (1 - s.beta2()) * d * d;
        double corrected = m[i] / (1 - Math.pow(s.beta1(), t));
        p[i] -= lr * corrected / (Math.sqrt(v[i] / (1 - Math.pow(s.beta2(), t))) + s.epsilon());
    }

    private static double[] gradient(double[] p, TrainingPlan plan) {
        float[] x = ((FloatTensor) ROWS.train().inputs().get(0)).values();
        float[] y = ((FloatTensor) ROWS.train().targets()).values();
        double[] g = new double[FEATURES + 1];
        for (int i = 0; i < y.length; i++) {
            double error = p[FEATURES] - y[i];
            for (int k = 0; k < FEATURES; k++) {
                error += p[k] * x[i * FEATURES + k];
            }
            for (int k = 0; k <= FEATURES; k++) {
                g[k] += plan.loss().scale() * 2 * error * (k == FEATURES ? 1 : x[i * FEATURES + k]) / y.length;
            }
        }
        Clipping clip = plan.clipping();
        if (clip != null) {
            // the weight is all numbers but the last, which is the bias
            boolean together = clip.kind() == Clipping.Kind.GLOBAL_NORM;
            clip(g, 0, together ? g.length : FEATURES, clip);
            clip(g, together ? g.length : FEATURES, g.length, clip);
        }
        return g;
    }

    private static void clip(double[] g, int from, int to, Clipping clip) {
        double norm =
                Math.sqrt(java.util.Arrays.stream(g, from, to).map(v -> v * v).sum());
        for (int k = from; k < to; k++) {
            g[k] = clip.kind() == Clipping.Kind.VALUE
                    ? Math.max(-clip.bound(), Math.min(clip.bound(), g[k]))
                    : g[k] * Math.min(1, clip.bound() / norm);
        }
    }
}
