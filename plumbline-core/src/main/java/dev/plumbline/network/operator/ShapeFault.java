package dev.plumbline.network.operator;

/** An operator's inputs do not fit; whoever walks the network adds the node and its layer. */
public final class ShapeFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String expected;
    private final String found;

    public ShapeFault(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
