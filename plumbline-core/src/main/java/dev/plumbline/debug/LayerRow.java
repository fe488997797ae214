package dev.plumbline.debug;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.lab.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * One line of the layer table: a layer's last node in one forward and backward step.
 *
 * @param output shape at the batch size that was run
 * @param parameters numbers it holds
 * @param trainable how many of them training moves
 * @param value what it gave
 * @param gradient what flowed back to it; null where nothing did
 */
public record LayerRow(
        String layer,
        String type,
        Shape output,
        DType dtype,
        long parameters,
        long trainable,
        Statistics value,
        @Nullable Statistics gradient) {}
