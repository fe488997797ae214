package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.network.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossTest {
    private static final LongTensor CLASSES = LongTensor.of(new long[] {0, 1}, 2);
    private static final FloatTensor OUTPUT = FloatTensor.of(new float[] {0.75f, 0.25f, 0.5f, 0.5f}, 2, 2);

    private static double loss(Loss loss, Tensor output, Tensor targets) {
        Libtorch libtorch = new Libtorch(TorchSettings.standard());
        libtorch.prepareThread();
        Arguments arguments = new Arguments();
        arguments.add("o");
        arguments.add("y");
        ProgramText text = new ProgramText(arguments);
        String value = LossText.of(LossPlan.of(loss), type(output), type(targets), false)
                .write(text, "o", "y");
        text.line("return [" + value + "]");
        try (NDManager memory = libtorch.memory()) {
            List<NDArray> given = List.of(Native.of(output, memory), Native.of(targets, memory));
            return Script.load(text.program()).call(given, false, memory).get(0).getFloat();
        }
    }

    private static ValueType type(Tensor tensor) {
        return new ValueType(tensor.dtype(), tensor.shape().withoutFirst().batched());
    }

    @Test
    void losses_of_classes_agree_with_their_definitions() {
        double[] softmax = {Math.exp(0.75) / (Math.exp(0.75) + Math.exp(0.25)), 0.5};
        double crossEntropy = -(Math.log(softmax[0]) + Math.log(softmax[1])) / 2;
        assertThat(loss(Loss.CROSS_ENTROPY, OUTPUT, CLASSES)).isCloseTo(crossEntropy, within(1e-6));
        assertThat(loss(Loss.NLL, OUTPUT, CLASSES)).isCloseTo(-(0.75 + 0.5) / 2, within(1e-6));
        assertThat(loss(Loss.CATEGORICAL_CROSSENTROPY, OUTPUT, CLASSES))
                .isCloseTo(-(Math.log(0.75) + Math.log(0.5)) / 2, within(1e-6));
    }

    @Test
    void categorical_cross_entropy_clips_and_normalizes_as_keras_does() {
        FloatTensor sure = FloatTensor.of(new float[] {0, 1, 0, 2}, 2, 2);
        assertThat(loss(Loss.CATEGORICAL_CROSSENTROPY, sure, CLASSES)).isCloseTo(-Math.log(1e-7) / 2, within(1e-3));
    }

    @Test
    void binary_losses_take_one_unit_for_two_classes() {
        FloatTensor logits = FloatTensor.of(new float[] {1, 2}, 2, 1);
        double expected = (Math.log1p(Math.exp(1)) + Math.log1p(Math.exp(-2))) / 2;
        assertThat(loss(Loss.BCE_WITH_LOGITS, logits, CLASSES)).isCloseTo(expected, within(1e-6));
        FloatTensor probabilities =
                FloatTensor.of(new float[] {(float) (1 / (1 + Math.exp(-1))), (float) (1 / (1 + Math.exp(-2)))}, 2, 1);
        assertThat(loss(Loss.BCE, probabilities, CLASSES)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void binary_losses_take_labels_side_by_side() {
        FloatTensor labels = FloatTensor.of(new float[] {1, 0, 0, 1}, 2, 2);
        double expected = -(2 * Math.log(0.75) + 2 * Math.log(0.5)) / 4;
        assertThat(loss(Loss.BCE, OUTPUT, labels)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void losses_of_values_agree_with_their_definitions() {
        FloatTensor said = FloatTensor.of(new float[] {1, 5}, 2, 1);
        FloatTensor truth = FloatTensor.of(new float[] {1.5f, 2}, 2, 1);
        assertThat(loss(Loss.MSE, said, truth)).isCloseTo((0.25 + 9) / 2, within(1e-6));
        assertThat(loss(Loss.MAE, said, truth)).isCloseTo((0.5 + 3) / 2, within(1e-6));
        assertThat(loss(Loss.HUBER, said, truth)).isCloseTo((0.125 + 2.5) / 2, within(1e-6));
    }

    @Test
    void classes_are_compared_as_numbers_where_the_loss_compares_numbers() {
        assertThat(loss(Loss.MSE, OUTPUT, CLASSES)).isCloseTo((0.0625 + 0.0625 + 0.25 + 0.25) / 4, within(1e-6));
    }

    @Test
    void a_nan_comes_back_as_a_loss() {
        FloatTensor broken = FloatTensor.of(new float[] {Float.NaN, 0.5f}, 2, 1);
        for (Loss loss : List.of(Loss.BCE, Loss.BCE_WITH_LOGITS, Loss.MSE)) {
            assertThat(loss(loss, broken, CLASSES)).isNaN();
        }
    }

    @Test
    void an_output_that_does_not_fit_is_told_before_anything_runs() {
        ValueType classes = new ValueType(DType.INT64, Shape.of(Shape.BATCH));
        ValueType output = ValueType.floats(Shape.of(5, 10).batched());
        assertThatThrownBy(() -> LossText.of(LossPlan.of(Loss.CROSS_ENTROPY), output, classes, false))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("the network's output under loss cross-entropy: expected an output of 2 axes (N, classes), "
                        + "found float32(N, 5, 10). Change the last layer; a flatten may be missing before it.");
    }
}
