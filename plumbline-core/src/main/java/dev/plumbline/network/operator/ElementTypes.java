package dev.plumbline.network.operator;

import dev.plumbline.data.DType;

/** The numbers by which ONNX knows element types (onnx.proto, TensorProto.DataType). */
public final class ElementTypes {
    private ElementTypes() {}

    /** @throws ShapeFault for a type that Plumbline does not hold */
    public static DType of(int number) {
        return switch (number) {
            case 1 -> DType.FLOAT32;
            case 2 -> DType.UINT8;
            case 3 -> DType.INT8;
            case 4 -> DType.UINT16;
            case 5 -> DType.INT16;
            case 6 -> DType.INT32;
            case 7 -> DType.INT64;
            case 9 -> DType.BOOL;
            case 10 -> DType.FLOAT16;
            case 11 -> DType.FLOAT64;
            case 12 -> DType.UINT32;
            case 13 -> DType.UINT64;
            case 14 -> DType.COMPLEX64;
            case 16 -> DType.BFLOAT16;
            default -> throw new ShapeFault("an element type of up to 64 bits a number", "ONNX element type " + number);
        };
    }

    /** The type that an attribute names, or the default. */
    static DType of(Inputs inputs, String attribute, DType byDefault) {
        return inputs.attributes().has(attribute) ? of(inputs.attributes().integer(attribute, 0)) : byDefault;
    }

    /** The number of a type. */
    public static int number(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> 1;
            case UINT8 -> 2;
            case INT8 -> 3;
            case UINT16 -> 4;
            case INT16 -> 5;
            case INT32 -> 6;
            case INT64 -> 7;
            case BOOL -> 9;
            case FLOAT16 -> 10;
            case FLOAT64 -> 11;
            case UINT32 -> 12;
            case UINT64 -> 13;
            case COMPLEX64 -> 14;
            case BFLOAT16 -> 16;
        };
    }
}
