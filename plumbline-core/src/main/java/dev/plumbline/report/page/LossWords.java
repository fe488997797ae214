package dev.plumbline.report.page;

import dev.plumbline.report.Numbers;

/** A loss curve in words, for people who do not see it. */
final class LossWords {
    private LossWords() {}

    static String of(float[] losses) {
        if (losses.length == 0) {
            return "no step was made";
        }
        return "from " + Numbers.of(losses[0]) + " to " + Numbers.of(losses[losses.length - 1]) + " over "
                + Numbers.count(losses.length, "step");
    }
}
