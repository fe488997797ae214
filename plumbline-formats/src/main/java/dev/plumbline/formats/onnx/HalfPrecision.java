package dev.plumbline.formats.onnx;

/** Real numbers of 16 bits (IEEE 754 binary16; bfloat16 is the upper half of binary32). NaN and infinities are kept. */
final class HalfPrecision {
    private HalfPrecision() {}

    static float bfloat16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    static float float16(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >>> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat(sign | 0x7f800000 | fraction << 13);
        }
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(sign | (exponent + 112) << 23 | fraction << 13);
    }

    /** The nearest bfloat16, ties to even. */
    static short toBfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) (bits >>> 16 | 0x40);
        }
        return (short) ((bits + 0x7fff + (bits >>> 16 & 1)) >>> 16);
    }

    /** The nearest binary16, ties to even; what is too large becomes infinite. */
    static short toFloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        if (Float.isNaN(value)) {
            return (short) (sign | 0x7e00);
        }
        float magnitude = Math.abs(value);
        if (magnitude >= 65520f) {
            return (short) (sign | 0x7c00);
        }
        if (magnitude < 0x1p-14f) {
            return (short) (sign | (int) Math.rint(magnitude * 0x1p24));
        }
        int rounded = Float.floatToRawIntBits(magnitude);
        rounded += 0xfff + (rounded >>> 13 & 1);
        return (short) (sign | (rounded - (112 << 23)) >>> 13);
    }
}
