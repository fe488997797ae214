package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import java.util.List;

/**
 * A variable of a Keras layer, and the parameter of the network that holds its values.
 *
 * @param parameter the parameter's name
 * @param name what Keras calls it: {@code kernel}
 * @param shape its sizes in Keras
 * @param layout how its values stand in the parameter
 * @param place where a {@code .keras} file keeps the layer: {@code layers, dense_1}
 * @param index which of the layer's own variables it is
 * @param group which top layer of an {@code .h5} file it belongs to
 * @param ordinal its layer's place among all layers of the file
 * @param trained whether Keras lists it among the trainable ones, which an {@code .h5} file has first
 */
record Variable(
        String parameter,
        String name,
        Shape shape,
        Layout layout,
        List<String> place,
        int index,
        String group,
        int ordinal,
        boolean trained) {
    Variable {
        place = List.copyOf(place);
    }
}
