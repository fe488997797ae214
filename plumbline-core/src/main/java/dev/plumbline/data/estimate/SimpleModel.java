package dev.plumbline.data.estimate;

/** A model that is learned in a moment, and that knows what it would say of each example had it not seen it. */
interface SimpleModel {
    /** Row-major, one row an example that was learned from: what it says having learned from all others. */
    double[] leftOut();

    /** Row-major, one row an example of encoded inputs. */
    double[] answers(float[] rows);
}
