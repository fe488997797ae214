package dev.plumbline.debug;

/** What the lecture says to look at for each trend (D5), for when no edit has settled it. */
public final class Suspects {
    private Suspects() {}

    /** What to look at, in a sentence. */
    public static String of(Trend trend) {
        return switch (trend) {
            case TO_ZERO -> "Nothing to do.";
            case GOES_UP ->
                "Look for a flipped sign in the loss or gradient, a learning rate that is too high, a softmax over the wrong axis.";
            case EXPLODES ->
                "Look for an exp, log or division that leaves its domain, and for a learning rate that is too high.";
            case OSCILLATES ->
                "Lower the learning rate, and look at the data and labels of the batch by eye: zeroed, shuffled, wrongly augmented?";
            case PLATEAUS, FALLS_SLOWLY ->
                "Raise the learning rate, remove regularization, check what the loss is given, and look at the data and labels by"
                        + " eye: are equal inputs labelled differently?";
        };
    }
}
