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
import static dev.plumbline.formats.onnx.Models.text;
import static dev.plumbline.formats.onnx.Models.value;
import static dev.plumbline.formats.onnx.Models.whole;
import static dev.plumbline.formats.onnx.Models.wholes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import dev.plumbline.UnusableInputException;
import dev.plumbline.network.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Broken and hostile files: one clear line each, nothing read elsewhere, nothing written. */
class HostileTest {
    private static final int SEED = 20261124;

    @TempDir
    private Path folder;

    private record Case(byte[] bytes, String words) {}

    private static Case of(GraphProto.Builder graph, String words) {
        return new Case(model(20, graph).toByteArray(), words);
    }

    private static Case of(byte[] bytes, String words) {
        return new Case(bytes, words);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] perceptronBytes() {
        return model(20, perceptron()).toByteArray();
    }

    private static TensorProto.Builder external(String location, long offset, long length) {
        return floats("fc1.weight", 3, 4).toBuilder()
                .clearFloatData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(location))
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("offset").setValue(String.valueOf(offset)))
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("length").setValue(String.valueOf(length)));
    }

    private static GraphProto.Builder with(TensorProto.Builder firstWeight) {
        return perceptron().setInitializer(0, firstWeight.setName("fc1.weight"));
    }

    private static GraphProto.Builder made(NodeProto... nodes) {
        return graph(4).addAllNode(List.of(nodes));
    }

    private static byte[] nested() {
        GraphProto inner = GraphProto.newBuilder()
                .setName("inner")
                .addOutput(value("t", FLOAT))
                .addNode(node("Identity", List.of("x"), "t"))
                .build();
        for (int i = 0; i < 200; i++) {
            inner = GraphProto.newBuilder()
                    .setName("g" + i)
                    .addOutput(value("t", FLOAT))
                    .addNode(node("If", List.of("c"), "t", Models.graph("then_branch", inner)))
                    .build();
        }
        return model(20, graph(4).addNode(node("If", List.of("c"), "y", Models.graph("then_branch", inner))))
                .toByteArray();
    }

    private static byte[] calling(int times) {
        FunctionProto.Builder function = FunctionProto.newBuilder()
                .setName("Twice")
                .setDomain("mine")
                .addInput("a")
                .addOutput("b")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(20));
        for (int i = 0; i < times; i++) {
            function.addNode(node("Twice", List.of("a"), i == 0 ? "b" : "b" + i).toBuilder()
                    .setDomain("mine"));
        }
        return model(
                        20,
                        made(node("Twice", List.of("x"), "y").toBuilder()
                                .setDomain("mine")
                                .build()))
                .toBuilder()
                .addFunctions(function)
                .build()
                .toByteArray();
    }

    private static Map<String, Case> cases() {
        Map<String, Case> all = new LinkedHashMap<>();
        byte[] whole = perceptronBytes();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 5; i++) {
            int length = 1 + random.nextInt(whole.length - 1);
            all.put("cut off after " + length + " bytes", of(Arrays.copyOf(whole, length), "case.onnx"));
        }
        all.put("empty", of(new byte[0], "an empty file"));
        all.put("zeros", of(new byte[4096], "case.onnx"));
        all.put("a zip archive", of(bytes("PK\u0003\u0004 and more of it"), "a zip archive"));
        all.put("a pickle", of(bytes("\u0080\u0002}q\u0000."), "a Python pickle"));
        all.put("an HDF5 file", of(bytes("\u0089HDF\r\n\u001a\n"), "HDF5"));
        all.put("a web page", of(bytes("<!DOCTYPE html><html></html>"), "HTML"));
        all.put("a Git LFS pointer", of(bytes("version https://git-lfs.github.com/spec/v1\noid"), "Git LFS"));
        all.put("safetensors", of(bytes("\u0040\0\0\0\0\0\0\0{\"w\":{}}"), "safetensors"));
        all.put("text", of(bytes("just some text, no model at all"), "case.onnx"));
        all.put("a model without a graph", of(model(20, GraphProto.newBuilder()).toByteArray(), "no graph"));
        all.put("opset 9999", of(model(9999, perceptron()).toByteArray(), "opset 9999"));
        all.put("graphs nested 200 deep", of(nested(), "cut off or damaged"));
        all.put("a function that calls itself", of(calling(1), "64 graphs or functions"));
        all.put("a function that calls itself twice", of(calling(2), "64 graphs or functions"));
        graphs(all);
        tensors(all);
        places(all);
        return all;
    }

    private static void graphs(Map<String, Case> all) {
        all.put(
                "a circle",
                of(made(node("Add", List.of("x", "y"), "a"), node("Relu", List.of("a"), "y")), "without circles"));
        all.put("a node that reads itself", of(made(node("Relu", List.of("y"), "y")), "without circles"));
        all.put("an input that nothing makes", of(made(node("Relu", List.of("z"), "y")), "nothing makes"));
        all.put("an output that nothing makes", of(made(node("Relu", List.of("x"), "z")), "nothing makes"));
        all.put(
                "two nodes that make the same",
                of(made(node("Relu", List.of("x"), "y"), node("Tanh", List.of("x"), "y")), "made by one node"));
        all.put(
                "two initializers of one name",
                of(perceptron().addInitializer(floats("fc1.bias", 3)), "two initializers"));
        all.put("two inputs of one name", of(perceptron().addInput(value("x", FLOAT, 0, 4)), "two inputs"));
        all.put("an unknown operator", of(made(node("Frobnicate", List.of("x"), "y")), "Frobnicate"));
        all.put(
                "an unknown domain",
                of(
                        made(node("Gemm", List.of("x"), "y").toBuilder()
                                .setDomain("com.acme")
                                .build()),
                        "com.acme"));
        all.put("too few inputs", of(made(node("Add", List.of("x"), "y")), "case.onnx"));
        all.put("no inputs", of(made(node("Relu", List.of(), "y")), "case.onnx"));
        all.put("an axis that is not there", of(made(node("Softmax", List.of("x"), "y", whole("axis", 9))), "axis 9"));
        all.put(
                "an attribute of the wrong kind",
                of(made(node("Transpose", List.of("x"), "y", text("perm", "upwards"))), "case.onnx"));
        all.put(
                "an order of axes that is none",
                of(made(node("Transpose", List.of("x"), "y", wholes("perm", 5, -7))), "case.onnx"));
        all.put("a branch that depends on the data", of(made(node("If", List.of("x"), "y")), "known beforehand"));
        all.put(
                "a loop without end",
                of(made(node("Loop", List.of("", "", "x"), "y", Models.graph("body", turning()))), "known beforehand"));
        all.put(
                "a loop of 10^15 turns",
                of(
                        made(node("Loop", List.of("n", "", "x"), "y", Models.graph("body", turning())))
                                .addInitializer(longs("n", 1_000_000_000_000_000L)),
                        "turns"));
        all.put("a loop without a body", of(made(node("Loop", List.of("", "", "x"), "y")), "body"));
        all.put(
                "an input of negative size",
                of(
                        graph(4).clearInput()
                                .addInput(value("x", FLOAT, 0, -3))
                                .addNode(node("Relu", List.of("x"), "y")),
                        "-3"));
        all.put(
                "an input of strings",
                of(
                        graph(4).clearInput()
                                .addInput(value("x", DataType.STRING_VALUE, 0, 4))
                                .addNode(node("Identity", List.of("x"), "y")),
                        "element type"));
        all.put(
                "an input without a type",
                of(
                        graph(4).clearInput()
                                .addInput(ai.onnx.proto.OnnxMl.ValueInfoProto.newBuilder()
                                        .setName("x"))
                                .addNode(node("Identity", List.of("x"), "y")),
                        "input x"));
    }

    private static GraphProto turning() {
        return GraphProto.newBuilder()
                .setName("body")
                .addInput(value("i", Models.INT64))
                .addInput(value("c", DataType.BOOL_VALUE))
                .addInput(value("v", FLOAT))
                .addOutput(value("c2", DataType.BOOL_VALUE))
                .addOutput(value("v2", FLOAT))
                .addNode(node("Identity", List.of("c"), "c2"))
                .addNode(node("Relu", List.of("v"), "v2"))
                .build();
    }

    private static void tensors(Map<String, Case> all) {
        TensorProto weight = floats("fc1.weight", 3, 4);
        all.put("a weight that does not fit", of(with(floats("fc1.weight", 3, 5).toBuilder()), "4"));
        all.put(
                "a shape of 2^40 elements",
                of(with(weight.toBuilder().setDims(0, 1 << 20).setDims(1, 1 << 20)), "fewer than 2^31"));
        all.put("a negative size", of(with(weight.toBuilder().setDims(0, -3)), "at least 0"));
        all.put(
                "a shape of 2^30 elements of which few are there",
                of(with(weight.toBuilder().setDims(0, 1 << 20).setDims(1, 1 << 10)), "1073741824 values"));
        all.put("a value too few", of(with(weight.toBuilder().setDims(1, 5)), "15 values"));
        all.put(
                "raw bytes too few",
                of(
                        with(weight.toBuilder().clearFloatData().setRawData(ByteString.copyFrom(new byte[47]))),
                        "48 bytes"));
        all.put("no values", of(with(weight.toBuilder().clearFloatData()), "12 values"));
        all.put("strings for weights", of(with(weight.toBuilder().setDataType(DataType.STRING_VALUE)), "STRING"));
        all.put(
                "8 bit floats for weights",
                of(with(weight.toBuilder().setDataType(DataType.FLOAT8E4M3FN_VALUE)), "FLOAT8E4M3FN"));
        all.put("an element type of no name", of(with(weight.toBuilder().setDataType(77)), "77"));
        all.put(
                "a constant of nothing",
                of(made(node("Constant", List.of(), "c"), node("Add", List.of("x", "c"), "y")), "constant"));
        all.put(
                "zeros of 2^60 elements",
                of(
                        made(node("ConstantOfShape", List.of("s"), "z"), node("Add", List.of("x", "z"), "y"))
                                .addInitializer(longs("s", 1 << 30, 1 << 30)),
                        "case.onnx"));
        all.put(
                "a number repeated to 2^31 elements",
                of(
                        made(node("Expand", List.of("one", "s"), "z"), node("Add", List.of("x", "z"), "y"))
                                .addInitializer(scalar("one", 1))
                                .addInitializer(longs("s", 1 << 16, 1 << 15, 4)),
                        "case.onnx"));
        all.put(
                "a reshape that does not fit",
                of(made(node("Reshape", List.of("x", "s"), "y")).addInitializer(longs("s", -1, 3)), "case.onnx"));
        all.put(
                "a reshape to what is computed",
                of(
                        made(node("Cast", List.of("x"), "s", whole("to", 7)), node("Reshape", List.of("x", "s"), "y")),
                        "case.onnx"));
        all.put(
                "a dropout of a ratio that is computed",
                of(
                        made(
                                node("ReduceMax", List.of("x"), "r", whole("keepdims", 0)),
                                node("Dropout", List.of("x", "r"), "y")),
                        "ratio"));
        all.put(
                "a gemm of texts",
                of(made(node("Gemm", List.of("x", "x"), "y", text("alpha", "much"), real("beta", 1))), "case.onnx"));
    }

    private static void places(Map<String, Case> all) {
        all.put("data one folder up", of(with(external("../secret.bin", 0, 48)), "beside the model"));
        all.put("data up and down", of(with(external("a/../../secret.bin", 0, 48)), "beside the model"));
        all.put("data at an absolute place", of(with(external("/etc/passwd", 0, 48)), "beside the model"));
        all.put("data behind a link", of(with(external("link.bin", 0, 48)), "beside the model"));
        all.put("data in a linked folder", of(with(external("linked/secret.bin", 0, 48)), "beside the model"));
        all.put("data in a folder", of(with(external("folder", 0, 48)), "beside the model"));
        all.put("data nowhere", of(with(external("", 0, 48)), "beside the model"));
        all.put("data at no path", of(with(external("a\0b", 0, 48)), "beside the model"));
        all.put("data that is not there", of(with(external("missing.bin", 0, 48)), "no such file"));
        all.put("data that is short", of(with(external("short.bin", 0, 48)), "20 bytes"));
        all.put("data beyond the end", of(with(external("short.bin", Long.MAX_VALUE - 8, 48)), "20 bytes"));
        all.put("data before the start", of(with(external("short.bin", -4, 48)), "offset"));
        all.put("data of another length", of(with(external("short.bin", 0, 20)), "48 bytes"));
    }

    private void prepare() throws IOException {
        Path inner = folder.resolve("inner");
        Files.createDirectories(inner.resolve("folder"));
        Files.write(folder.resolve("secret.bin"), new byte[48]);
        Files.write(inner.resolve("short.bin"), new byte[20]);
        if (Files.notExists(inner.resolve("link.bin"))) {
            Files.createSymbolicLink(inner.resolve("link.bin"), folder.resolve("secret.bin"));
            Files.createSymbolicLink(inner.resolve("linked"), folder);
        }
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.count();
        }
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefusedInOneLine() {
        return cases().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    prepare();
                    Path file = folder.resolve("inner/case.onnx");
                    Files.write(file, entry.getValue().bytes());
                    long before = files();
                    assertThatThrownBy(() -> new OnnxReader().read(file))
                            .isInstanceOf(UnusableInputException.class)
                            .hasMessageContaining("case.onnx")
                            .hasMessageContaining(entry.getValue().words())
                            .message()
                            .doesNotContain("\n")
                            .hasSizeLessThan(1500);
                    assertThat(files()).isEqualTo(before);
                }));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new OnnxReader().read(folder.resolve("none.onnx")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("none.onnx: no such file");
    }

    @Test
    void flippedBytesGiveANetworkOrOneLine() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] whole = perceptronBytes();
        Path file = folder.resolve("flipped.onnx");
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            byte[] bytes = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                Network network = new OnnxReader().read(file).network();
                assertThat(network.outputs()).as("round " + round).isNotEmpty();
            } catch (UnusableInputException e) {
                assertThat(e.getMessage())
                        .as("round " + round)
                        .doesNotContain("\n")
                        .hasSizeLessThan(1500);
                refused++;
            }
        }
        assertThat(refused).isBetween(40, 380);
    }

    @Test
    void theModelThatAllAreMadeFromIsRead() throws IOException {
        Path file = folder.resolve("whole.onnx");
        Files.write(file, perceptronBytes());
        assertThat(new OnnxReader().read(file).network().nodes()).hasSize(3);
    }
}
