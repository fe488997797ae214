package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.network.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The losses and their gradients against Keras's and PyTorch's own; {@code losses.py} made the numbers. */
class LibraryLossesTest {
    private static final int EXAMPLES = 4;
    private static final int UNITS = 3;

    private record Found(float value, float[] gradient) {
        double norm() {
            double sum = 0;
            for (float g : gradient) {
                sum += (double) g * g;
            }
            return Math.sqrt(sum);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "losses.csv", delimiter = '|')
    void the_loss_and_its_gradient_are_the_library_s(
            String spelling, String outputs, String targets, double value, double norm) {
        Found found = found(plan(spelling), outputs(outputs), targets(targets));
        assertThat((double) found.value()).isCloseTo(value, within(1e-4 * Math.max(1, Math.abs(value))));
        assertThat(found.norm()).isCloseTo(norm, within(1e-4 * Math.max(1, norm)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "losses.csv", delimiter = '|')
    void the_gradient_is_that_of_finite_differences(
            String spelling, String outputs, String targets, double value, double norm) {
        FloatTensor at = outputs(outputs);
        Tensor truth = targets(targets);
        float[] gradient = found(plan(spelling), at, truth).gradient();
        float step = 2e-3f;
        for (int k = 0; k < gradient.length; k++) {
            double slope = (found(plan(spelling), moved(at, k, step), truth).value()
                            - found(plan(spelling), moved(at, k, -step), truth).value())
                    / (2 * step);
            assertThat(slope).as("output %d", k).isCloseTo(gradient[k], within(0.01 * Math.max(1, norm)));
        }
    }

    @Test
    void classes_of_positions_are_taken_with_the_class_axis_last_or_second() {
        FloatTensor rows = outputs("values");
        LongTensor classes = (LongTensor) targets("classes");
        double expected = found(LossPlan.of(Loss.CROSS_ENTROPY), rows, classes).value();
        FloatTensor last = new FloatTensor(rows.values(), Shape.of(2, 2, UNITS));
        LongTensor positions = new LongTensor(classes.values(), Shape.of(2, 2));
        assertThat((double)
                        found(LossPlan.of(Loss.CROSS_ENTROPY), last, positions).value())
                .isCloseTo(expected, within(1e-6));
        float[] turned = new float[EXAMPLES * UNITS];
        for (int i = 0; i < EXAMPLES; i++) {
            for (int c = 0; c < UNITS; c++) {
                turned[(i / 2 * UNITS + c) * 2 + i % 2] = rows.values()[i * UNITS + c];
            }
        }
        FloatTensor second = new FloatTensor(turned, Shape.of(2, UNITS, 2));
        assertThat((double) found(LossPlan.of(Loss.CROSS_ENTROPY), second, positions)
                        .value())
                .isCloseTo(expected, within(1e-6));
    }

    private static LossPlan plan(String spelling) {
        return Objects.requireNonNull(ExperimentFile.parse(
                        "data: {train: a.csv}\ntraining: {loss: " + spelling + "}", Path.of("experiment.yaml"))
                .training()
                .loss());
    }

    private static FloatTensor outputs(String kind) {
        return switch (kind) {
            case "values" -> filled(LibraryLossesTest::output, v -> v);
            case "rates" -> filled(LibraryLossesTest::output, Math::exp);
            case "labels" -> filled(LibraryLossesTest::output, v -> 1 / (1 + Math.exp(-v)));
            default -> softmax(filled(LibraryLossesTest::output, Math::exp));
        };
    }

    private static Tensor targets(String kind) {
        return switch (kind) {
            case "classes" -> LongTensor.of(new long[] {2, 0, 1, 1}, EXAMPLES);
            case "labels" -> filled((i, c) -> (i + c) % 2, v -> v);
            case "values" -> filled(LibraryLossesTest::wave, v -> 1.5 + v);
            default -> softmax(filled(LibraryLossesTest::wave, Math::exp));
        };
    }

    private interface Element {
        double at(int example, int unit);
    }

    private static double output(int i, int c) {
        return 2 * Math.sin(1 + 3 * i + c);
    }

    private static double wave(int i, int c) {
        return Math.cos(2 * i + c);
    }

    private static FloatTensor filled(Element element, DoubleUnaryOperator function) {
        float[] values = new float[EXAMPLES * UNITS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) function.applyAsDouble(element.at(i / UNITS, i % UNITS));
        }
        return FloatTensor.of(values, EXAMPLES, UNITS);
    }

    private static FloatTensor softmax(FloatTensor exponentials) {
        float[] values = exponentials.values().clone();
        for (int i = 0; i < values.length; i += UNITS) {
            float sum = values[i] + values[i + 1] + values[i + 2];
            for (int c = 0; c < UNITS; c++) {
                values[i + c] /= sum;
            }
        }
        return FloatTensor.of(values, EXAMPLES, UNITS);
    }

    private static FloatTensor moved(FloatTensor at, int index, float by) {
        float[] values = at.values().clone();
        values[index] += by;
        return new FloatTensor(values, at.shape());
    }

    private static Found found(LossPlan plan, FloatTensor output, Tensor targets) {
        Libtorch libtorch = new Libtorch(TorchSettings.standard());
        libtorch.prepareThread();
        Arguments arguments = new Arguments();
        arguments.add("given");
        arguments.add("y");
        ProgramText text = new ProgramText(arguments);
        text.line("o = torch.requires_grad_(torch.detach(given))");
        ValueType truth = new ValueType(
                targets.dtype() == DType.INT64 ? DType.INT64 : DType.FLOAT32,
                targets.shape().withoutFirst().batched());
        String value = LossText.of(
                        plan, ValueType.floats(output.shape().withoutFirst().batched()), truth, false)
                .write(text, "o", "y");
        text.line("g = torch.grad([" + value + "], [o])[0]");
        text.line("return [torch.detach(" + value + "), unchecked_cast(Tensor, g)]");
        try (NDManager memory = libtorch.memory()) {
            List<NDArray> given = List.of(Native.of(output, memory), Native.of(targets, memory));
            NDList results = Script.load(text.program()).call(given, true, memory);
            return new Found(results.get(0).getFloat(), results.get(1).toFloatArray());
        }
    }
}
