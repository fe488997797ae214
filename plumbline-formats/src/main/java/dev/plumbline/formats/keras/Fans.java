package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;

/**
 * Inputs and outputs of a unit by a variable's shape, as {@code keras.initializers} counts them: the last two axes,
 * times all axes before them.
 */
record Fans(int in, int out) {
    static Fans of(Shape shape) {
        if (shape.rank() == 0) {
            return new Fans(1, 1);
        }
        if (shape.rank() == 1) {
            return new Fans(shape.get(0), shape.get(0));
        }
        long field = 1;
        for (int axis = 0; axis < shape.rank() - 2; axis++) {
            field *= shape.get(axis);
        }
        return new Fans((int) Math.min(Integer.MAX_VALUE, field * shape.get(-2)), (int)
                Math.min(Integer.MAX_VALUE, field * shape.get(-1)));
    }
}
