package dev.plumbline.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import dev.plumbline.formats.onnx.OnnxReader;
import dev.plumbline.formats.onnx.OnnxWriter;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.layer.LayerTypes;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.torch.Inference;
import dev.plumbline.torch.TorchSettings;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network written as ONNX computes in ONNX Runtime, and read again, what it computes here. */
class WrittenModelTest {
    private static final int BATCH = 3;

    @TempDir
    private Path folder;

    private static LayerSpec layer(String type, Map<String, ?> settings) {
        return new LayerSpec(type, Settings.of(type, settings));
    }

    private static Network network(ValueType input, LayerSpec... layers) {
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        builder.input("x", input);
        return builder.build(LayerTypes.standard().build("x", List.of(layers), builder));
    }

    private static FloatTensor floats(int... sizes) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[Math.toIntExact(Shape.of(sizes).elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return FloatTensor.of(values, sizes);
    }

    private static float[] byRuntime(Path file, Tensor x) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] sizes = Arrays.stream(x.shape().toArray()).asLongStream().toArray();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor given = x instanceof FloatTensor real
                        ? OnnxTensor.createTensor(environment, FloatBuffer.wrap(real.values()), sizes)
                        : OnnxTensor.createTensor(environment, LongBuffer.wrap(((LongTensor) x).values()), sizes);
                OrtSession.Result result = session.run(Map.of("x", given))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] floats = new float[values.remaining()];
            values.get(floats);
            return floats;
        }
    }

    private void agrees(Network network, Tensor x) throws OrtException {
        Path file = folder.resolve("model.onnx");
        Tensor expected;
        try (Inference inference = new Inference(network, TorchSettings.standard())) {
            expected = Objects.requireNonNull(inference.run(Map.of("x", x)).get(network.output()));
            new OnnxWriter().write(network, inference.parameters(), file);
        }
        float[] byRuntime = byRuntime(file, x);
        Network again = new OnnxReader().read(file).network();
        assertThat(again.inputs()).isEqualTo(network.inputs());
        assertThat(again.outputs()).isEqualTo(network.outputs());
        assertThat(again.trainableElements()).isEqualTo(network.trainableElements());
        Tensor readAgain;
        try (Inference inference = new Inference(again, TorchSettings.standard())) {
            readAgain = Objects.requireNonNull(inference.run(Map.of("x", x)).get(again.output()));
        }
        assertThat(byRuntime).hasSize(expected.elements());
        for (int i = 0; i < byRuntime.length; i++) {
            assertThat((double) byRuntime[i]).isEqualTo(expected.get(i), within(1e-5));
            assertThat(readAgain.get(i)).isEqualTo(expected.get(i), within(1e-6));
        }
        assertThat(folder).isDirectoryContaining("glob:**/model.onnx").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aPerceptronWithDropout() throws OrtException {
        agrees(
                network(
                        ValueType.floats(Shape.of(5).batched()),
                        layer("dense", Map.of("units", 8, "activation", "relu")),
                        layer("dropout", Map.of("rate", 0.4)),
                        layer("dense", Map.of("units", 3))),
                floats(BATCH, 5));
    }

    @Test
    void aConvolutionalNetworkWithBatchNorm() throws OrtException {
        agrees(
                network(
                        ValueType.floats(Shape.of(1, 12, 12).batched()),
                        layer("conv2d", Map.of("filters", 4, "kernel-size", 3, "activation", "relu")),
                        layer("batch-norm", Map.of()),
                        layer("max-pool2d", Map.of()),
                        layer("flatten", Map.of()),
                        layer("dense", Map.of("units", 10))),
                floats(BATCH, 1, 12, 12));
    }

    @Test
    void aRecurrentNetworkOnTokens() throws OrtException {
        agrees(
                network(
                        new ValueType(DType.INT64, Shape.of(6).batched()),
                        layer("embedding", Map.of("vocabulary", 9, "units", 4)),
                        layer("lstm", Map.of("units", 5)),
                        layer("dense", Map.of("units", 2))),
                LongTensor.of(new long[] {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 1, 2, 3, 5, 8, 0, 4, 4}, BATCH, 6));
    }

    @Test
    void aRecurrentNetworkThatReturnsEveryStep() throws OrtException {
        agrees(
                network(
                        ValueType.floats(Shape.of(4, 3).batched()),
                        layer("lstm", Map.of("units", 5, "return-sequences", true)),
                        layer("lstm", Map.of("units", 2))),
                floats(BATCH, 4, 3));
    }
}
