package dev.plumbline.data;

import java.util.List;

/**
 * One input of the network, without the axis over examples.
 *
 * @param name the input's name in the network
 * @param shape the shape of one example: {@code (features)}, {@code (channels, height, width)}, {@code (steps,
 *     features)} or {@code (steps)} for token numbers
 * @param dtype float32, or int64 for token numbers
 * @param features a name for each column of a flat float input ({@code age}, {@code city=Oslo}); otherwise empty
 * @param vocabulary one more than the largest token number of an int64 input; 0 otherwise
 */
public record InputSchema(String name, Shape shape, DType dtype, List<String> features, int vocabulary) {
    public InputSchema {
        features = List.copyOf(features);
    }
}
