package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;

/** What a Constant node holds, in any of the forms that its attributes may take. */
final class Constants {
    private Constants() {}

    static TensorReader.Typed read(NodeProto node, TensorReader tensors, String subject) {
        for (AttributeProto attribute : node.getAttributeList()) {
            switch (attribute.getName()) {
                case "value" -> {
                    return tensors.read(attribute.getT(), subject);
                }
                case "sparse_value" -> {
                    return SparseTensors.read(attribute.getSparseTensor(), tensors, subject);
                }
                case "value_float" -> {
                    return floats(Shape.of(), attribute.getF());
                }
                case "value_floats" -> {
                    float[] values = new float[attribute.getFloatsCount()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = attribute.getFloats(i);
                    }
                    return floats(Shape.of(values.length), values);
                }
                case "value_int" -> {
                    return wholes(Shape.of(), attribute.getI());
                }
                case "value_ints" -> {
                    long[] values = attribute.getIntsList().stream()
                            .mapToLong(Long::longValue)
                            .toArray();
                    return wholes(Shape.of(values.length), values);
                }
                default -> {
                    // told below if no other attribute holds a value
                }
            }
        }
        throw new UnusableInputException(
                subject,
                "a constant of numbers",
                "the attributes "
                        + node.getAttributeList().stream()
                                .map(AttributeProto::getName)
                                .toList(),
                "Export the model without text.");
    }

    private static TensorReader.Typed floats(Shape shape, float... values) {
        return new TensorReader.Typed(DType.FLOAT32, new FloatTensor(values, shape));
    }

    private static TensorReader.Typed wholes(Shape shape, long... values) {
        return new TensorReader.Typed(DType.INT64, new LongTensor(values, shape));
    }
}
