package dev.plumbline.experiment;

/**
 * How gradients are kept from being too large.
 *
 * @param kind what is bounded
 * @param bound above 0; infinite for not at all, where a model file would say otherwise
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

    /** Said to be none, rather than left open. */
    public static final Clipping NONE = new Clipping(Kind.GLOBAL_NORM, Double.POSITIVE_INFINITY);

    /** Of the norm of all gradients together. */
    public static Clipping globalNorm(double bound) {
        return new Clipping(Kind.GLOBAL_NORM, bound);
    }
}
