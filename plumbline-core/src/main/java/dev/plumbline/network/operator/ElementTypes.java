package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.network.OnnxType;

/** The element types that attributes name by ONNX's numbers. */
public final class ElementTypes {
    private ElementTypes() {}

    /** @throws ShapeFault for a type that Plumbline does not hold */
    public static DType of(int number) {
        return OnnxType.dtype(number)
                .orElseThrow(() ->
                        new ShapeFault("an element type of up to 64 bits a number", "ONNX element type " + number));
    }

    /** The type that an attribute names, or the default. */
    static DType of(Inputs inputs, String attribute, DType byDefault) {
        return inputs.attributes().has(attribute) ? of(inputs.attributes().integer(attribute, 0)) : byDefault;
    }
}
