package dev.plumbline.experiment;

/**
 * How gradients are kept from being too large.
 *
 * @param kind what is bounded
 * @param bound above 0
 */
public record Clipping(Kind kind, double bound) {
    /** What is bounded. */
    public enum Kind implements Labelled {
        /** The norm of all gradients together (Pascanu et al., 2013; Keras's {@code global_clipnorm}). */
        GLOBAL_NORM("clip-norm"),
        /** The norm of each parameter's gradient (Keras's {@code clipnorm}). */
        EACH_NORM("clip-each-norm"),
        /** Each element (Keras's {@code clipvalue}). */
        VALUE("clip-value");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Of the norm of all gradients together. */
    public static Clipping globalNorm(double bound) {
        return new Clipping(Kind.GLOBAL_NORM, bound);
    }
}
