package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.SplittableRandom;

/** Small ONNX models, written by hand. */
final class Models {
    private Models() {}

    static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    static final int INT64 = TensorProto.DataType.INT64.getNumber();

    /** A node called after its output. */
    static NodeProto node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build();
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto wholes(String name, long... values) {
        AttributeProto.Builder builder =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            builder.addInts(value);
        }
        return builder.build();
    }

    static AttributeProto real(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto graph(String name, GraphProto graph) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(graph)
                .build();
    }

    /** Floats drawn from the name, so that no two tensors are equal. */
    static TensorProto floats(String name, long... sizes) {
        TensorProto.Builder builder = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        long count = 1;
        for (long size : sizes) {
            builder.addDims(size);
            count *= size;
        }
        for (int i = 0; i < count; i++) {
            builder.addFloatData((float) random.nextDouble(-1, 1));
        }
        return builder.build();
    }

    static TensorProto scalar(String name, double value) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(FLOAT)
                .addFloatData((float) value)
                .build();
    }

    static TensorProto longs(String name, long... values) {
        TensorProto.Builder builder =
                TensorProto.newBuilder().setName(name).setDataType(INT64).addDims(values.length);
        for (long value : values) {
            builder.addInt64Data(value);
        }
        return builder.build();
    }

    /** A size of 0 is written as a name: the axis is open. */
    static ValueInfoProto value(String name, int type, long... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long size : sizes) {
            shape.addDim(
                    size == 0
                            ? TensorShapeProto.Dimension.newBuilder().setDimParam("batch")
                            : TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
                .build();
    }

    static ModelProto model(int opset, GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(10)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
                .setGraph(graph)
                .build();
    }

    /** A graph from x of {@code (batch, sizes)} to y. */
    static GraphProto.Builder graph(long... sizes) {
        long[] batched = new long[sizes.length + 1];
        System.arraycopy(sizes, 0, batched, 1, sizes.length);
        return GraphProto.newBuilder()
                .setName("main")
                .addInput(value("x", FLOAT, batched))
                .addOutput(ValueInfoProto.newBuilder().setName("y"));
    }

    /** x (batch, 4) to y (batch, 2) by a hidden layer of three. */
    static GraphProto.Builder perceptron() {
        return graph(4).addInitializer(floats("fc1.weight", 3, 4))
                .addInitializer(floats("fc1.bias", 3))
                .addInitializer(floats("fc2.weight", 2, 3))
                .addInitializer(floats("fc2.bias", 2))
                .addNode(node("Gemm", List.of("x", "fc1.weight", "fc1.bias"), "h", whole("transB", 1)))
                .addNode(node("Relu", List.of("h"), "a"))
                .addNode(node("Gemm", List.of("a", "fc2.weight", "fc2.bias"), "y", whole("transB", 1)));
    }
}
