package dev.plumbline.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A digest of arrays, for a run's provenance. */
final class Digest {
    private static final int CHUNK = 8192;

    private Digest() {}

    static String of(Map<SplitName, Split> splits) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            splits.forEach((name, split) -> {
                digest.update((byte) name.ordinal());
                split.inputs().forEach(input -> update(digest, input));
                update(digest, split.targets());
                split.otherTargets().forEach(other -> update(digest, other));
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one does not", e);
        }
    }

    private static void update(MessageDigest digest, Tensor tensor) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES);
        for (int size : tensor.shape().toArray()) {
            buffer.putInt(size);
        }
        int elements = tensor.elements();
        for (int i = 0; i < elements; i++) {
            if (buffer.remaining() < Long.BYTES) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            if (tensor instanceof FloatTensor floats) {
                buffer.putInt(Float.floatToRawIntBits(floats.values()[i]));
            } else if (tensor instanceof DoubleTensor doubles) {
                buffer.putLong(Double.doubleToRawLongBits(doubles.values()[i]));
            } else {
                buffer.putLong(((LongTensor) tensor).values()[i]);
            }
        }
        digest.update(buffer.flip());
    }
}
