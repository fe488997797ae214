package dev.plumbline.data;

/** The element type of a {@link Tensor}. ONNX and NumPy use the same names. */
public enum DType {
    FLOAT32("float32", 4, Kind.FLOAT),
    INT64("int64", 8, Kind.INTEGER),
    FLOAT64("float64", 8, Kind.FLOAT),
    FLOAT16("float16", 2, Kind.FLOAT),
    BFLOAT16("bfloat16", 2, Kind.FLOAT),
    INT32("int32", 4, Kind.INTEGER),
    INT16("int16", 2, Kind.INTEGER),
    INT8("int8", 1, Kind.INTEGER),
    UINT8("uint8", 1, Kind.INTEGER),
    UINT16("uint16", 2, Kind.INTEGER),
    UINT32("uint32", 4, Kind.INTEGER),
    UINT64("uint64", 8, Kind.INTEGER),
    BOOL("bool", 1, Kind.BOOLEAN),
    COMPLEX64("complex64", 8, Kind.COMPLEX);

    /** What arithmetic its values follow. */
    public enum Kind {
        FLOAT,
        INTEGER,
        BOOLEAN,
        COMPLEX
    }

    private final String label;
    private final int bytes;
    private final Kind kind;

    DType(String label, int bytes, Kind kind) {
        this.label = label;
        this.bytes = bytes;
        this.kind = kind;
    }

    /** What arithmetic its values follow. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is a floating point number. */
    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    /** Whether it is a whole number. */
    public boolean isInteger() {
        return kind == Kind.INTEGER;
    }

    /** The name that people know: {@code float32}. */
    public String label() {
        return label;
    }

    /** Bytes an element takes in memory. */
    public int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return label;
    }
}
