package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import dev.plumbline.UnusableInputException;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.OnnxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A node's attributes as {@link Attributes}; graphs within are not among them. */
final class AttributeReader {
    private static final Set<String> LISTS =
            Set.of("perm", "axes", "pads", "strides", "kernel_shape", "dilations", "output_padding");
    private static final Set<String> NUMBERS =
            Set.of("axis", "keepdims", "group", "transA", "transB", "hidden_size", "allowzero");

    private final TensorReader tensors;

    AttributeReader(TensorReader tensors) {
        this.tensors = tensors;
    }

    /** A node whose references to a function's attributes are replaced by what the function is called with. */
    static NodeProto bound(NodeProto node, Map<String, AttributeProto> given) {
        if (node.getAttributeList().stream().noneMatch(a -> !a.getRefAttrName().isEmpty())) {
            return node;
        }
        NodeProto.Builder builder = node.toBuilder().clearAttribute();
        for (AttributeProto attribute : node.getAttributeList()) {
            AttributeProto value = given.get(attribute.getRefAttrName());
            if (attribute.getRefAttrName().isEmpty()) {
                builder.addAttribute(attribute);
            } else if (value != null) {
                builder.addAttribute(value.toBuilder().setName(attribute.getName()));
            }
        }
        return builder.build();
    }

    Attributes read(NodeProto node, String subject) {
        Map<String, Object> values = new TreeMap<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            requireKind(attribute, subject);
            switch (kind(attribute)) {
                case INT -> values.put(attribute.getName(), attribute.getI());
                case FLOAT -> values.put(attribute.getName(), real(attribute.getF()));
                case STRING -> values.put(attribute.getName(), text(attribute.getS()));
                case INTS -> values.put(attribute.getName(), List.copyOf(attribute.getIntsList()));
                case FLOATS -> {
                    List<Double> reals = new ArrayList<>();
                    attribute.getFloatsList().forEach(f -> reals.add(real(f)));
                    values.put(attribute.getName(), List.copyOf(reals));
                }
                case STRINGS ->
                    values.put(
                            attribute.getName(),
                            attribute.getStringsList().stream()
                                    .map(AttributeReader::text)
                                    .toList());
                case TENSOR -> {
                    TensorReader.Typed tensor =
                            tensors.read(attribute.getT(), subject + ", attribute " + attribute.getName());
                    values.put(attribute.getName(), tensor.values());
                    if (tensor.dtype() != tensor.values().dtype()) {
                        // a carrier does not tell int32 from int64
                        values.put("dtype", (long) OnnxType.of(tensor.dtype()));
                    }
                }
                default -> {
                    // graphs are walked, and nothing that trains has attributes of other kinds
                }
            }
        }
        return new Attributes(values);
    }

    /** Attributes that decide sizes must not fall back to their defaults because they are of another kind. */
    private static void requireKind(AttributeProto attribute, String subject) {
        AttributeProto.AttributeType kind = kind(attribute);
        boolean wrong = LISTS.contains(attribute.getName()) && kind != AttributeProto.AttributeType.INTS
                || NUMBERS.contains(attribute.getName()) && kind != AttributeProto.AttributeType.INT;
        if (wrong) {
            throw new UnusableInputException(
                    subject,
                    "whole numbers as attribute " + attribute.getName(),
                    String.valueOf(kind),
                    "Export the model again.");
        }
    }

    /** The first files said no kind. */
    private static AttributeProto.AttributeType kind(AttributeProto attribute) {
        if (attribute.getType() != AttributeProto.AttributeType.UNDEFINED) {
            return attribute.getType();
        }
        if (attribute.hasI()) {
            return AttributeProto.AttributeType.INT;
        }
        if (attribute.hasF()) {
            return AttributeProto.AttributeType.FLOAT;
        }
        if (attribute.hasS()) {
            return AttributeProto.AttributeType.STRING;
        }
        if (attribute.hasT()) {
            return AttributeProto.AttributeType.TENSOR;
        }
        if (attribute.getFloatsCount() > 0) {
            return AttributeProto.AttributeType.FLOATS;
        }
        return attribute.getStringsCount() > 0
                ? AttributeProto.AttributeType.STRINGS
                : AttributeProto.AttributeType.INTS;
    }

    /** The shortest decimal that is this float: 1e-5 rather than 9.99999974e-6. */
    private static double real(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    private static String text(ByteString bytes) {
        return bytes.toStringUtf8();
    }
}
