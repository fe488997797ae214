package dev.plumbline.formats.onnx;

import static dev.plumbline.formats.onnx.Models.FLOAT;
import static dev.plumbline.formats.onnx.Models.floats;
import static dev.plumbline.formats.onnx.Models.graph;
import static dev.plumbline.formats.onnx.Models.longs;
import static dev.plumbline.formats.onnx.Models.model;
import static dev.plumbline.formats.onnx.Models.node;
import static dev.plumbline.formats.onnx.Models.perceptron;
import static dev.plumbline.formats.onnx.Models.real;
import static dev.plumbline.formats.onnx.Models.scalar;
import static dev.plumbline.formats.onnx.Models.value;
import static dev.plumbline.formats.onnx.Models.whole;
import static dev.plumbline.formats.onnx.Models.wholes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Layer;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Parameter.Role;
import dev.plumbline.network.ValueType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader makes of ONNX models, old and new. */
class OnnxReaderTest {
    @TempDir
    private Path folder;

    private ImportedModel read(ModelProto model) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, model.toByteArray());
        return new OnnxReader().read(file);
    }

    private Network network(int opset, GraphProto.Builder graph) throws IOException {
        return read(model(opset, graph)).network();
    }

    private static List<String> operators(Network network) {
        return network.nodes().stream().map(Node::operator).toList();
    }

    private static Parameter parameter(Network network, String name) {
        return network.parameter(name).orElseThrow();
    }

    @Test
    void weightsTrainAndCanBeDrawnAnew() throws IOException {
        ImportedModel model = read(model(20, perceptron()));
        Network network = model.network();
        assertThat(model.format()).isEqualTo("ONNX opset 20");
        assertThat(network.inputs())
                .containsExactly(entry("x", ValueType.floats(Shape.of(4).batched())));
        assertThat(network.outputs()).containsExactly("y");
        assertThat(network.trainableElements()).isEqualTo(3 * 4 + 3 + 2 * 3 + 2);
        Parameter first = parameter(network, "fc1.weight");
        assertThat(first.role()).isEqualTo(Role.WEIGHT);
        assertThat(first.initializer()).as("a rectifier follows").isEqualTo(Initializer.HE);
        assertThat(List.of(first.fanIn(), first.fanOut())).containsExactly(4, 3);
        assertThat(parameter(network, "fc2.weight").initializer()).isEqualTo(Initializer.GLOROT);
        assertThat(parameter(network, "fc2.bias").role()).isEqualTo(Role.BIAS);
        assertThat(network.layers())
                .containsExactly(new Layer("fc1", "Linear"), new Layer("relu_1", "Relu"), new Layer("fc2", "Linear"));
    }

    @Test
    void aFixedBatchIsFreed() throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("main")
                .addInput(value("x", FLOAT, 1, 2, 3))
                .addOutput(value("y", FLOAT, 1, 6))
                .addInitializer(longs("s", 1, -1))
                .addNode(node("Reshape", List.of("x", "s"), "y"));
        Network network = network(20, graph);
        assertThat(network.inputs().get("x"))
                .isEqualTo(ValueType.floats(Shape.of(2, 3).batched()));
        assertThat(network.parameters().get(0).values()).isEqualTo(LongTensor.of(new long[] {0, 6}, 2));
    }

    @Test
    void aBatchThatCannotBeFreedIsKeptAndTold() throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("main")
                .addInput(value("x", FLOAT, 2, 3))
                .addOutput(value("y", FLOAT, 2, 3))
                .addInitializer(floats("w", 2, 3))
                .addNode(node("Concat", List.of("x", "w"), "y", whole("axis", 1)));
        ImportedModel model = read(model(20, graph));
        assertThat(model.network().inputs().get("x")).isEqualTo(ValueType.floats(Shape.of(2, 3)));
        assertThat(model.notes()).singleElement().asString().contains("fixes the batch size at 2");
    }

    @Test
    void attributesThatBecameInputsAreMoved() throws IOException {
        Network network = network(
                9,
                graph(4, 4)
                        .addNode(node("Clip", List.of("x"), "a", real("min", 0), real("max", 6)))
                        .addNode(node(
                                "Slice", List.of("a"), "b", wholes("starts", 1), wholes("ends", 3), wholes("axes", 2)))
                        .addNode(node("Unsqueeze", List.of("b"), "c", wholes("axes", 1)))
                        .addNode(node("ReduceMean", List.of("c"), "y", wholes("axes", 2, 3), whole("keepdims", 0))));
        assertThat(operators(network)).containsExactly("Clip", "Slice", "Unsqueeze", "ReduceMean");
        Node clip = network.nodes().get(0);
        assertThat(parameter(network, clip.inputs().get(2)).values())
                .isEqualTo(new FloatTensor(new float[] {6}, Shape.of()));
        assertThat(network.nodes()).allSatisfy(n -> assertThat(n.inputs()).hasSizeGreaterThan(1));
    }

    @Test
    void aSoftmaxOfOldIsOverAllAxesFromItsOwn() throws IOException {
        GraphProto.Builder graph = graph(4, 5).addNode(node("Softmax", List.of("x"), "y"));
        assertThat(operators(network(11, graph))).containsExactly("Flatten", "Softmax", "Reshape");
        assertThat(operators(network(13, graph))).containsExactly("Softmax");
    }

    @Test
    void aSumOfOldMeetsAtAnAxis() throws IOException {
        Network network = network(
                6,
                graph(3, 5)
                        .addInitializer(floats("b", 3))
                        .addNode(node("Add", List.of("x", "b"), "a", whole("axis", 1), whole("broadcast", 1)))
                        .addNode(node("Relu", List.of("a"), "y")));
        assertThat(network.parameters())
                .anySatisfy(p -> assertThat(p.type().shape()).isEqualTo(Shape.of(3, 1)));
    }

    @Test
    void dropoutHasItsRatioWhereverItStood() throws IOException {
        Network old = network(10, graph(4).addNode(node("Dropout", List.of("x"), "y", real("ratio", 0.25))));
        Network newer = network(
                20, graph(4).addInitializer(scalar("r", 0.25)).addNode(node("Dropout", List.of("x", "r"), "y")));
        for (Network network : List.of(old, newer)) {
            assertThat(network.nodes().get(0).attributes().number("ratio", 0)).isEqualTo(0.25);
            assertThat(network.nodes().get(0).inputs()).containsExactly("x");
        }
    }

    @Test
    void functionsAreWrittenOutWithTheirAttributes() throws IOException {
        FunctionProto function = FunctionProto.newBuilder()
                .setName("Leaky")
                .setDomain("mine")
                .addInput("a")
                .addOutput("b")
                .addAttribute("slope")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(20))
                .addNode(node("Neg", List.of("a"), "n"))
                .addNode(node("LeakyRelu", List.of("n"), "b").toBuilder()
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("alpha")
                                .setRefAttrName("slope")
                                .setType(AttributeProto.AttributeType.FLOAT)))
                .build();
        ModelProto model = model(
                        20,
                        graph(4).addNode(node("Leaky", List.of("x"), "y", real("slope", 0.3)).toBuilder()
                                .setName("/act/Leaky")
                                .setDomain("mine")))
                .toBuilder()
                .addFunctions(function)
                .build();
        Network network = read(model).network();
        assertThat(operators(network)).containsExactly("Neg", "LeakyRelu");
        assertThat(network.nodes().get(1).attributes().number("alpha", 0)).isEqualTo(0.3);
        assertThat(network.nodes()).allSatisfy(n -> assertThat(n.layer()).isEqualTo("act"));
        assertThat(network.output()).isEqualTo("y");
    }

    @Test
    void aBranchThatIsDecidedIsTaken() throws IOException {
        GraphProto yes = GraphProto.newBuilder()
                .setName("yes")
                .addOutput(value("t", FLOAT))
                .addNode(node("Relu", List.of("x"), "t"))
                .build();
        GraphProto no = GraphProto.newBuilder()
                .setName("no")
                .addOutput(value("t", FLOAT))
                .addNode(node("Tanh", List.of("x"), "t"))
                .build();
        TensorProto condition = TensorProto.newBuilder()
                .setName("c")
                .setDataType(TensorProto.DataType.BOOL_VALUE)
                .addInt32Data(0)
                .build();
        Network network = network(
                20,
                graph(4).addInitializer(condition)
                        .addNode(node(
                                "If",
                                List.of("c"),
                                "y",
                                Models.graph("then_branch", yes),
                                Models.graph("else_branch", no))));
        assertThat(operators(network)).containsExactly("Tanh");
        assertThat(network.output()).isEqualTo("y");
    }

    @Test
    void aLoopOfThreeTurnsIsWrittenOutThreeTimes() throws IOException {
        GraphProto body = GraphProto.newBuilder()
                .setName("body")
                .addInput(value("i", Models.INT64))
                .addInput(value("go", TensorProto.DataType.BOOL_VALUE))
                .addInput(value("v", FLOAT))
                .addOutput(value("go2", TensorProto.DataType.BOOL_VALUE))
                .addOutput(value("v2", FLOAT))
                .addNode(node("Identity", List.of("go"), "go2"))
                .addNode(node("Tanh", List.of("v"), "v2"))
                .build();
        Network network = network(
                20,
                graph(4).addInitializer(longs("n", 3))
                        .addNode(node("Loop", List.of("n", "", "x"), "y", Models.graph("body", body))));
        assertThat(operators(network)).containsExactly("Tanh", "Tanh", "Tanh");
        assertThat(network.output()).isEqualTo("y");
    }

    @Test
    void zerosOfSeveralLayersAreStoredOnceButLearnedApart() throws IOException {
        TensorProto zeros = TensorProto.newBuilder()
                .setName("zeros")
                .setDataType(FLOAT)
                .addDims(4)
                .addAllFloatData(List.of(0f, 0f, 0f, 0f))
                .build();
        Network network = network(
                20,
                graph(4).addInitializer(floats("w1", 4, 4))
                        .addInitializer(floats("w2", 4, 4))
                        .addInitializer(zeros)
                        .addNode(node("Gemm", List.of("x", "w1", "zeros"), "h"))
                        .addNode(node("Gemm", List.of("h", "w2", "zeros"), "y")));
        assertThat(network.trainableElements()).isEqualTo(2 * (16 + 4));
    }

    @Test
    void scalarsAndMasksArePartOfTheArithmetic() throws IOException {
        TensorProto mask = TensorProto.newBuilder()
                .setName("mask")
                .setDataType(FLOAT)
                .addDims(4)
                .addAllFloatData(List.of(0f, Float.NEGATIVE_INFINITY, 0f, 0f))
                .build();
        Network network = network(
                20,
                graph(4).addInitializer(scalar("eighth", 0.125))
                        .addInitializer(mask)
                        .addInitializer(floats("gain", 4))
                        .addNode(node("Relu", List.of("x"), "r"))
                        .addNode(node("Mul", List.of("r", "eighth"), "m"))
                        .addNode(node("Mul", List.of("m", "gain"), "g"))
                        .addNode(node("Add", List.of("g", "mask"), "y")));
        assertThat(parameter(network, "eighth").role()).isEqualTo(Role.CONSTANT);
        assertThat(parameter(network, "mask").role()).isEqualTo(Role.CONSTANT);
        assertThat(parameter(network, "gain").role()).isEqualTo(Role.WEIGHT);
    }

    @Test
    void aWeightThatIsTurnedIsStoredTurned() throws IOException {
        Network network = network(
                20,
                graph(4).addInitializer(floats("fc.weight", 3, 4))
                        .addNode(node("Transpose", List.of("fc.weight"), "t", wholes("perm", 1, 0)))
                        .addNode(node("MatMul", List.of("x", "t"), "y")));
        assertThat(operators(network)).containsExactly("MatMul");
        assertThat(network.parameters()).singleElement().satisfies(p -> {
            assertThat(p.type().shape()).isEqualTo(Shape.of(4, 3));
            assertThat(p.trainable()).isTrue();
        });
    }

    @Test
    void valuesBesideTheFileAreRead() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 12 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 12; i++) {
            bytes.putFloat(4 + 4 * i, i);
        }
        Files.write(folder.resolve("model.onnx.data"), bytes.array());
        TensorProto weight = floats("fc1.weight", 3, 4).toBuilder()
                .clearFloatData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("model.onnx.data"))
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("offset").setValue("4"))
                .build();
        Network network = network(20, perceptron().setInitializer(0, weight));
        assertThat(Objects.requireNonNull(parameter(network, "fc1.weight").values())
                        .get(11))
                .isEqualTo(11);
    }

    @Test
    void inputsThatDecideSizesCanBeBound() throws IOException {
        GraphProto.Builder graph =
                graph(4).addInput(value("s", Models.INT64, 2)).addNode(node("Reshape", List.of("x", "s"), "y"));
        Network network = new OnnxReader()
                .read(model(20, graph).toByteArray(), Map.of("s", LongTensor.of(new long[] {-1, 2}, 2)))
                .network();
        assertThat(network.inputs()).containsOnlyKeys("x");
    }

    @Test
    void namesOfScopesTellTheLayer() {
        assertThat(LayerNames.fromName("/layer1/layer1.0/conv1/Conv")).isEqualTo("layer1.0.conv1");
        assertThat(LayerNames.fromName("/features/features.0/features.0.0/Conv"))
                .isEqualTo("features.0.0");
        assertThat(LayerNames.fromName("StatefulPartitionedCall/sequential_1/dense_1/MatMul"))
                .isEqualTo("dense_1");
        assertThat(LayerNames.fromName("Conv_0")).isEmpty();
    }

    @Test
    void halfPrecisionIsExact() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfPrecision.float16((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(HalfPrecision.toFloat16(value)).as("bits " + bits).isEqualTo((short) bits);
            }
            float brain = HalfPrecision.bfloat16((short) bits);
            if (!Float.isNaN(brain)) {
                assertThat(HalfPrecision.toBfloat16(brain)).as("bits " + bits).isEqualTo((short) bits);
            }
        }
        assertThat(HalfPrecision.float16((short) 0x3555)).isEqualTo(0.33325195f);
    }
}
