package dev.plumbline.compare;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import java.util.List;

/**
 * Examples of one shape as examples of another. The last two axes of images are stretched, the first of sequences; all
 * else is repeated or cut off.
 *
 * @param from the shape the examples have: (channels, height, width), (steps, features) or (features)
 */
record FittedShape(Shape from) {
    FloatTensor inputs(List<float[]> examples, Shape to) {
        int width = Math.toIntExact(to.elements());
        int[] source = new int[width];
        for (int i = 0; i < width; i++) {
            source[i] = source(i, to);
        }
        float[] values = new float[examples.size() * width];
        for (int row = 0; row < examples.size(); row++) {
            float[] example = examples.get(row);
            for (int i = 0; i < width; i++) {
                values[row * width + i] = example[source[i] % example.length];
            }
        }
        return new FloatTensor(values, to.prepend(examples.size()));
    }

    private int source(int index, Shape to) {
        int rank = to.rank();
        if (from.rank() == 3 && rank >= 2) {
            int height = to.get(rank - 2);
            int width = to.get(rank - 1);
            int x = index % width * from.get(2) / width;
            int y = index / width % height * from.get(1) / height;
            return y * from.get(2) + x;
        }
        if (from.rank() == 2 && rank == 2) {
            int features = to.get(1);
            int step = index / features * from.get(0) / to.get(0);
            return step * from.get(1) + index % features % from.get(1);
        }
        return index;
    }
}
