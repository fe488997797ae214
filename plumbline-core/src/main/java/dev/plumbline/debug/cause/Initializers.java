package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;

/** Which initializer suits a network (S3). */
public final class Initializers {
    private Initializers() {}

    /** He where ReLU and its relatives are in use, else Glorot. */
    public static String suited(Setup setup) {
        return setup.hidden("Relu", "LeakyRelu", "Elu", "Gelu").isEmpty() ? "glorot" : "he";
    }
}
