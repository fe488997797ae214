package dev.plumbline.network;

import dev.plumbline.data.DType;
import java.util.Arrays;
import java.util.Optional;

/** The numbers by which ONNX knows element types (onnx.proto, TensorProto.DataType). */
public final class OnnxType {
    private OnnxType() {}

    /** The number of an element type, as the attribute {@code to} of a Cast has it. */
    public static int of(DType dtype) {
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

    /** The element type of a number; empty for one that Plumbline does not compute with (text, 4 and 8 bit floats). */
    public static Optional<DType> dtype(int number) {
        return Arrays.stream(DType.values()).filter(d -> of(d) == number).findFirst();
    }
}
