package dev.plumbline.torch;

import dev.plumbline.data.DType;

/**
 * The numbers by which libtorch knows element types (c10/core/ScalarType.h). It has few kernels for unsigned numbers of
 * more than 8 bits, so that they are held as int64 while a program runs; those of 64 bits wrap at 2^63.
 */
final class ScalarTypes {
    private ScalarTypes() {}

    static int of(DType dtype) {
        return switch (dtype) {
            case UINT8 -> 0;
            case INT8 -> 1;
            case INT16 -> 2;
            case INT32 -> 3;
            case INT64, UINT16, UINT32, UINT64 -> 4;
            case FLOAT16 -> 5;
            case FLOAT32 -> 6;
            case FLOAT64 -> 7;
            case COMPLEX64 -> 9;
            case BOOL -> 11;
            case BFLOAT16 -> 15;
        };
    }

    /** An expression of the element type; the same where it is of that type already. */
    static String cast(String expression, DType from, DType to) {
        return from == to ? expression : fit("torch.to(" + expression + ", " + of(to) + ")", to);
    }

    /** Whole numbers brought back into the range of a type that is held wider than it is. */
    static String fit(String expression, DType dtype) {
        return switch (dtype) {
            case UINT16 -> "torch.bitwise_and(" + expression + ", 65535)";
            case UINT32 -> "torch.bitwise_and(" + expression + ", 4294967295)";
            default -> expression;
        };
    }
}
