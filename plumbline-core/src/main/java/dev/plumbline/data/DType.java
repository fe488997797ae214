package dev.plumbline.data;

/** The element type of a {@link Tensor}. ONNX and NumPy use the same names. */
public enum DType {
    FLOAT32("float32", 4),
    INT64("int64", 8);

    private final String label;
    private final int bytes;

    DType(String label, int bytes) {
        this.label = label;
        this.bytes = bytes;
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
