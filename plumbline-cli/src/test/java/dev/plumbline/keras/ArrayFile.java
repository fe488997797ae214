package dev.plumbline.keras;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Arrays as {@code bench/keras_parity/cases.py} writes them: a letter, the rank, the sizes, the values, big-endian. */
final class ArrayFile {
    private ArrayFile() {}

    static List<Tensor> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<Tensor> tensors = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                boolean whole = in.readByte() == 'i';
                int[] sizes = new int[in.readInt()];
                for (int axis = 0; axis < sizes.length; axis++) {
                    sizes[axis] = in.readInt();
                }
                Shape shape = Shape.of(sizes);
                tensors.add(whole ? longs(in, shape) : floats(in, shape));
            }
            return tensors;
        }
    }

    private static Tensor longs(DataInputStream in, Shape shape) throws IOException {
        long[] values = new long[Math.toIntExact(shape.elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return new LongTensor(values, shape);
    }

    private static Tensor floats(DataInputStream in, Shape shape) throws IOException {
        float[] values = new float[Math.toIntExact(shape.elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return new FloatTensor(values, shape);
    }
}
