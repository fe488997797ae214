package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.OnnxType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Reads ONNX tensors of every numeric element type, wherever their values lie: as raw bytes, in the typed fields, or in
 * a file beside. The bytes are counted before memory is taken. Real numbers of 16 bits are carried as float32, whole
 * numbers and truths as int64.
 */
final class TensorReader {
    private final ExternalData external;
    private final Map<TensorProto, Typed> known = new IdentityHashMap<>();

    TensorReader(ExternalData external) {
        this.external = external;
    }

    /** A tensor and its true element type. */
    record Typed(DType dtype, Tensor values) {}

    /**
     * A tensor; the same again where it is asked for twice.
     *
     * @throws UnusableInputException naming the tensor, if its values are not all there or of no usable type
     */
    Typed read(TensorProto proto, String subject) {
        Typed before = known.get(proto);
        if (before != null) {
            return before;
        }
        Typed tensor = fresh(proto, subject);
        known.put(proto, tensor);
        return tensor;
    }

    private Typed fresh(TensorProto proto, String subject) {
        DType dtype = OnnxType.dtype(proto.getDataType())
                .filter(d -> d != DType.COMPLEX64)
                .orElseThrow(() -> new UnusableInputException(
                        subject,
                        "numbers of an element type from bool to float64",
                        "element type " + name(proto.getDataType()),
                        "Export the model in float32, not quantized."));
        Shape shape = shape(proto, subject);
        return new Typed(dtype, values(proto, dtype, shape, subject));
    }

    private static String name(int number) {
        TensorProto.DataType type = TensorProto.DataType.forNumber(number);
        return type == null ? String.valueOf(number) : type.name();
    }

    private static Shape shape(TensorProto proto, String subject) {
        long elements = 1;
        int[] sizes = new int[proto.getDimsCount()];
        for (int i = 0; i < sizes.length; i++) {
            long size = proto.getDims(i);
            if (size < 0 || size > Integer.MAX_VALUE) {
                throw wrongShape(subject, proto);
            }
            sizes[i] = (int) size;
            elements = size == 0 ? 0 : elements == 0 ? 0 : elements * size;
            if (elements > Integer.MAX_VALUE) {
                throw wrongShape(subject, proto);
            }
        }
        return Shape.of(sizes);
    }

    private static UnusableInputException wrongShape(String subject, TensorProto proto) {
        return new UnusableInputException(
                subject,
                "sizes of at least 0 and fewer than 2^31 elements",
                "the sizes " + proto.getDimsList(),
                "Export the model again.");
    }

    private Tensor values(TensorProto proto, DType dtype, Shape shape, String subject) {
        int count = Math.toIntExact(shape.elements());
        if (proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            ByteBuffer bytes = external.bytes(proto, (long) count * dtype.bytes(), subject);
            return raw(bytes.order(ByteOrder.LITTLE_ENDIAN), dtype, shape, count);
        }
        if (proto.hasRawData()) {
            expect((long) count * dtype.bytes(), proto.getRawData().size(), "bytes", shape, subject);
            ByteBuffer bytes = proto.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            return raw(bytes, dtype, shape, count);
        }
        return typed(proto, dtype, shape, count, subject);
    }

    private static void expect(long wanted, long found, String unit, Shape shape, String subject) {
        if (wanted != found) {
            throw new UnusableInputException(
                    subject,
                    wanted + " " + unit + " for shape " + shape,
                    String.valueOf(found),
                    "Copy or export the model again.");
        }
    }

    private static Tensor raw(ByteBuffer bytes, DType dtype, Shape shape, int count) {
        switch (dtype) {
            case FLOAT32 -> {
                float[] values = new float[count];
                bytes.asFloatBuffer().get(values);
                return new FloatTensor(values, shape);
            }
            case FLOAT64 -> {
                double[] values = new double[count];
                bytes.asDoubleBuffer().get(values);
                return new DoubleTensor(values, shape);
            }
            case INT64, UINT64 -> {
                long[] values = new long[count];
                bytes.asLongBuffer().get(values);
                return new LongTensor(values, shape);
            }
            case FLOAT16, BFLOAT16 -> {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    short bits = bytes.getShort();
                    values[i] = dtype == DType.FLOAT16 ? HalfPrecision.float16(bits) : HalfPrecision.bfloat16(bits);
                }
                return new FloatTensor(values, shape);
            }
            default -> {
                long[] values = new long[count];
                for (int i = 0; i < count; i++) {
                    values[i] = whole(bytes, dtype);
                }
                return new LongTensor(values, shape);
            }
        }
    }

    private static long whole(ByteBuffer bytes, DType dtype) {
        return switch (dtype) {
            case BOOL -> bytes.get() == 0 ? 0 : 1;
            case INT8 -> bytes.get();
            case UINT8 -> Byte.toUnsignedLong(bytes.get());
            case INT16 -> bytes.getShort();
            case UINT16 -> Short.toUnsignedLong(bytes.getShort());
            case INT32 -> bytes.getInt();
            case UINT32 -> Integer.toUnsignedLong(bytes.getInt());
            default -> throw new IllegalArgumentException("not a whole number of up to 32 bits: " + dtype);
        };
    }

    /** The typed fields, of which each serves several element types (onnx.proto, TensorProto). */
    private static Tensor typed(TensorProto proto, DType dtype, Shape shape, int count, String subject) {
        switch (dtype) {
            case FLOAT32 -> {
                expect(count, proto.getFloatDataCount(), "values", shape, subject);
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = proto.getFloatData(i);
                }
                return new FloatTensor(values, shape);
            }
            case FLOAT64 -> {
                expect(count, proto.getDoubleDataCount(), "values", shape, subject);
                double[] values = new double[count];
                for (int i = 0; i < count; i++) {
                    values[i] = proto.getDoubleData(i);
                }
                return new DoubleTensor(values, shape);
            }
            case FLOAT16, BFLOAT16 -> {
                expect(count, proto.getInt32DataCount(), "values", shape, subject);
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    short bits = (short) proto.getInt32Data(i);
                    values[i] = dtype == DType.FLOAT16 ? HalfPrecision.float16(bits) : HalfPrecision.bfloat16(bits);
                }
                return new FloatTensor(values, shape);
            }
            default -> {
                return new LongTensor(whole(proto, dtype, shape, count, subject), shape);
            }
        }
    }

    private static long[] whole(TensorProto proto, DType dtype, Shape shape, int count, String subject) {
        long[] values = new long[count];
        int found = switch (dtype) {
            case INT64 -> proto.getInt64DataCount();
            case UINT32, UINT64 -> proto.getUint64DataCount();
            default -> proto.getInt32DataCount();
        };
        expect(count, found, "values", shape, subject);
        for (int i = 0; i < count; i++) {
            values[i] = switch (dtype) {
                case INT64 -> proto.getInt64Data(i);
                case UINT32, UINT64 -> proto.getUint64Data(i);
                case BOOL -> proto.getInt32Data(i) == 0 ? 0 : 1;
                default -> proto.getInt32Data(i);
            };
        }
        return values;
    }
}
