package dev.plumbline.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import dev.plumbline.finding.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DJL trains real networks on real digits; what is wrong with them is told while it does. */
class LiveListenerTest {
    private static final int EPOCHS = 5;
    private static final int SEED = 5;

    private final NDManager data = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> batches = new ArrayList<>();
    private long batch;

    @BeforeEach
    void seed() {
        Engine.getEngine("PyTorch").setRandomSeed(SEED);
    }

    @AfterEach
    void close() {
        data.close();
    }

    private static SequentialBlock mlp(int outputs) {
        return new SequentialBlock()
                .add(Blocks.batchFlattenBlock(64))
                .add(Linear.builder().setUnits(64).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(32).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(outputs).build());
    }

    private static SequentialBlock convolutional() {
        SequentialBlock block = new SequentialBlock()
                .add(Conv2d.builder()
                        .setFilters(8)
                        .setKernelShape(new Shape(3, 3))
                        .build())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Dropout.builder().optRate(0.5f).build());
        return new SequentialBlock()
                .add(block)
                .add(Linear.builder().setUnits(10).build());
    }

    private static Optimizer adam(float rate) {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(rate)).build();
    }

    private static Optimizer sgd(float rate) {
        return Optimizer.sgd().setLearningRateTracker(Tracker.fixed(rate)).build();
    }

    private void train(SequentialBlock block, Loss loss, Optimizer optimizer, ArrayDataset set, ArrayDataset held) {
        DefaultTrainingConfig config = new DefaultTrainingConfig(loss)
                .optOptimizer(optimizer)
                .optInitializer(new XavierInitializer(), Parameter.Type.WEIGHT)
                .optDevices(new Device[] {Device.cpu()})
                .addTrainingListeners(new Counting(() -> batch++), new LiveListener(20, finding -> {
                    findings.add(finding);
                    batches.add(batch);
                }));
        if (loss.getName().startsWith("Softmax")) {
            config.addEvaluator(new Accuracy());
        }
        try (Model model = Model.newInstance("digits", Device.cpu(), "PyTorch")) {
            model.setBlock(block);
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(Digits.BATCH, 1, 8, 8));
                EasyTrain.fit(trainer, EPOCHS, set, held);
            }
        } catch (IOException | TranslateException e) {
            throw new IllegalStateException(e);
        }
    }

    private void classify(SequentialBlock block, Optimizer optimizer) {
        train(
                block,
                Loss.softmaxCrossEntropyLoss(),
                optimizer,
                Digits.train(data).classes(),
                Digits.test(data).classes());
    }

    private void regress(float scale) {
        train(
                mlp(1),
                Loss.l2Loss(),
                adam(0.003f),
                Digits.train(data).numbers(scale),
                Digits.test(data).numbers(scale));
    }

    private List<String> rules() {
        return findings.stream().map(f -> f.rule().id()).toList();
    }

    private void isToldBefore(long latest, String rule) {
        assertThat(rules()).contains(rule);
        assertThat(batches.get(rules().indexOf(rule))).as("batch of " + rule).isLessThan(latest);
    }

    @Test
    void healthyNetworksAreNotSpokenOf() {
        classify(mlp(10), adam(0.003f));
        assertThat(findings).isEmpty();
        classify(mlp(10), sgd(0.3f));
        assertThat(findings).isEmpty();
        classify(convolutional(), adam(0.003f));
        assertThat(findings).isEmpty();
        regress(0.3f);
        assertThat(findings).isEmpty();
        assertThat(batch).isEqualTo(4L * EPOCHS * 45);
    }

    @Test
    void aRateFarTooHighIsTold() {
        classify(mlp(10), adam(30));
        isToldBefore(100, "learning-rate-too-high");
    }

    @Test
    void aRateFarTooLowIsTold() {
        classify(mlp(10), sgd(1e-7f));
        isToldBefore(200, "learning-rate-too-low");
    }

    @Test
    void deadUnitsAreToldWithTheirBlock() {
        SequentialBlock block = mlp(10);
        block.getChildren().get(3).getValue().setInitializer(new ConstantInitializer(-50), Parameter.Type.BIAS);
        classify(block, adam(0.003f));
        isToldBefore(45, "dead-units");
        assertThat(findings.get(rules().indexOf("dead-units")).subject())
                .isEqualTo(block.getChildren().get(4).getKey());
        assertThat(rules()).contains("gradient-missing").doesNotContain("learning-rate-too-low");
    }

    @Test
    void labelsThatExplodeAreTold() {
        regress(1e9f);
        isToldBefore(20, "exploding-gradient");
    }

    @Test
    void aFrozenBlockIsTold() {
        SequentialBlock block = mlp(10);
        block.getChildren().get(1).getValue().freezeParameters(true);
        classify(block, adam(0.003f));
        isToldBefore(45, "frozen-parameter");
        assertThat(findings.get(0).subject()).contains("Linear_weight").doesNotContain(", 04");
    }

    @Test
    void aLossThatIsNoNumberIsToldWithItsBatch() {
        train(
                mlp(1),
                Loss.l2Loss(),
                sgd(1e4f),
                Digits.train(data).numbers(1e6f),
                Digits.test(data).numbers(1));
        isToldBefore(45, "not-finite");
        assertThat(rules()).endsWith("not-finite");
    }

    @Test
    void aForgottenStepIsTold() throws IOException, TranslateException {
        try (Model model = Model.newInstance("digits", Device.cpu(), "PyTorch")) {
            model.setBlock(mlp(10));
            DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                    .optDevices(new Device[] {Device.cpu()})
                    .addTrainingListeners(new LiveListener(findings::add));
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(Digits.BATCH, 1, 8, 8));
                for (Batch drawn : trainer.iterateDataset(Digits.train(data).classes())) {
                    EasyTrain.trainBatch(trainer, drawn);
                    drawn.close();
                }
            }
        }
        assertThat(rules()).containsExactly("parameters-unmoved");
    }

    @Test
    void aGapBelowOneIsRefused() {
        assertThatThrownBy(() -> new LiveListener(0, findings::add)).hasMessageContaining("at least 1 batch, found 0");
    }
}
