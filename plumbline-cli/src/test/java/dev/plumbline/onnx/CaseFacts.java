package dev.plumbline.onnx;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code case.json} says of a test case, as {@code bench/onnx_conformance/write_cases.py} writes it.
 *
 * @param operator what it is a test of
 * @param rtol how far a value may be off, relative to the expected one
 * @param atol how far it may be off besides
 * @param operators all that its graphs use
 * @param domains those of its operators that are not ONNX's own and not functions of the file
 * @param types of its inputs and outputs
 * @param random whether random numbers decide its outputs
 * @param sets inputs and outputs that belong together
 */
record CaseFacts(
        String operator,
        double rtol,
        double atol,
        List<String> operators,
        List<String> domains,
        List<String> types,
        boolean random,
        List<DataSet> sets) {
    /** Inputs and what must come out. */
    record DataSet(List<Value> inputs, List<Value> outputs) {}

    /**
     * A value.
     *
     * @param type its ONNX element type, or the kind of what is no tensor
     * @param carrier the element type in the file of values; null for what is no tensor of numbers
     * @param shape its sizes
     * @param offset where it begins
     */
    record Value(
            String name,
            String type,
            @Nullable String carrier,
            @Nullable List<Integer> shape,
            @JsonProperty("offset") int offset) {
        Tensor read(ByteBuffer values) {
            if (carrier == null || shape == null) {
                throw new IllegalStateException(name + " is no tensor of numbers");
            }
            ByteBuffer from = values.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(offset);
            Shape sizes = new Shape(shape);
            int count = (int) sizes.elements();
            switch (carrier) {
                case "int64" -> {
                    long[] whole = new long[count];
                    from.asLongBuffer().get(whole);
                    return new LongTensor(whole, sizes);
                }
                case "float64" -> {
                    double[] reals = new double[count];
                    from.asDoubleBuffer().get(reals);
                    return new DoubleTensor(reals, sizes);
                }
                default -> {
                    float[] floats = new float[count];
                    from.asFloatBuffer().get(floats);
                    return new FloatTensor(floats, sizes);
                }
            }
        }
    }
}
