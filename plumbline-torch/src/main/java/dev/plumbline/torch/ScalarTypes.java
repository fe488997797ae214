package dev.plumbline.torch;

import dev.plumbline.data.DType;

/** The numbers by which libtorch knows element types (c10/core/ScalarType.h). */
final class ScalarTypes {
    private ScalarTypes() {}

    static int of(DType dtype) {
        return switch (dtype) {
            case UINT8 -> 0;
            case INT8 -> 1;
            case INT16 -> 2;
            case INT32 -> 3;
            case INT64 -> 4;
            case FLOAT16 -> 5;
            case FLOAT32 -> 6;
            case FLOAT64 -> 7;
            case COMPLEX64 -> 9;
            case BOOL -> 11;
            case BFLOAT16 -> 15;
            case UINT16 -> 27;
            case UINT32 -> 28;
            case UINT64 -> 29;
        };
    }

    /** An expression of the element type; the same where it is of that type already. */
    static String cast(String expression, DType from, DType to) {
        return from == to ? expression : "torch.to(" + expression + ", " + of(to) + ")";
    }
}
