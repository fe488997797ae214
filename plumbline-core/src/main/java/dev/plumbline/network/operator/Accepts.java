package dev.plumbline.network.operator;

import dev.plumbline.data.DType;

/** The element types that an operator takes. */
enum Accepts {
    FLOATS("floating point values") {
        @Override
        boolean takes(DType dtype) {
            return dtype.isFloat();
        }
    },
    INTEGERS("whole numbers") {
        @Override
        boolean takes(DType dtype) {
            return dtype.isInteger();
        }
    },
    NUMBERS("numbers") {
        @Override
        boolean takes(DType dtype) {
            return dtype.isFloat() || dtype.isInteger();
        }
    },
    TRUTHS("bool values") {
        @Override
        boolean takes(DType dtype) {
            return dtype == DType.BOOL;
        }
    },
    ANYTHING("values") {
        @Override
        boolean takes(DType dtype) {
            return true;
        }
    };

    private final String label;

    Accepts(String label) {
        this.label = label;
    }

    abstract boolean takes(DType dtype);

    /** @throws ShapeFault unless the input is of such a type */
    void check(Inputs inputs, int index) {
        if (!takes(inputs.type(index).dtype())) {
            throw new ShapeFault(label, inputs.type(index).toString());
        }
    }
}
