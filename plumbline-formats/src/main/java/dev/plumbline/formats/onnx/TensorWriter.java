package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import dev.plumbline.data.DType;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.OnnxType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tensors as ONNX holds them: raw bytes, little-endian. */
final class TensorWriter {
    private TensorWriter() {}

    /** @param dtype the true element type, which the carrier may be wider than */
    static TensorProto written(String name, DType dtype, Tensor values) {
        TensorProto.Builder builder = TensorProto.newBuilder().setName(name).setDataType(OnnxType.of(dtype));
        values.shape().sizes().forEach(builder::addDims);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.elements(), dtype.bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        if (dtype == DType.FLOAT32 && values instanceof FloatTensor floats) {
            bytes.asFloatBuffer().put(floats.values());
        } else if (dtype == DType.FLOAT64 && values instanceof DoubleTensor doubles) {
            bytes.asDoubleBuffer().put(doubles.values());
        } else if (dtype.bytes() == Long.BYTES && values instanceof LongTensor longs) {
            bytes.asLongBuffer().put(longs.values());
        } else {
            for (int i = 0; i < values.elements(); i++) {
                put(bytes, dtype, values, i);
            }
        }
        return builder.setRawData(UnsafeByteOperations.unsafeWrap(bytes.clear()))
                .build();
    }

    private static void put(ByteBuffer bytes, DType dtype, Tensor values, int i) {
        switch (dtype) {
            case FLOAT32 -> bytes.putFloat((float) values.get(i));
            case FLOAT64 -> bytes.putDouble(values.get(i));
            case FLOAT16 -> bytes.putShort(HalfPrecision.toFloat16((float) values.get(i)));
            case BFLOAT16 -> bytes.putShort(HalfPrecision.toBfloat16((float) values.get(i)));
            case INT64, UINT64 -> bytes.putLong((long) values.get(i));
            case INT32, UINT32 -> bytes.putInt((int) (long) values.get(i));
            case INT16, UINT16 -> bytes.putShort((short) (long) values.get(i));
            case INT8, UINT8, BOOL -> bytes.put((byte) (long) values.get(i));
            case COMPLEX64 -> throw new IllegalArgumentException("complex values are not written");
        }
    }
}
