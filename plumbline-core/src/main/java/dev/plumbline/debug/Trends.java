package dev.plumbline.debug;

import java.util.Arrays;

/**
 * Names where a loss curve goes, in the lecture's words (D5). Levels are medians over windows, since single steps are
 * noise.
 */
final class Trends {
    /** Times the first loss: TheDeepChecker and AutoTrainer call 1e3 invalid, whatever the scale of the loss. */
    private static final double EXPLODED = 1e3;
    /** What a rise must exceed to be more than noise. */
    private static final double RISE = 1.1;
    /** Share of sign changes between neighbouring differences (TheDeepChecker: 50 % over 50 steps). */
    private static final double FLIPS = 0.5;
    /** Size of the median step against the level from which swinging matters; the steps of noise are far below it. */
    private static final double SWING = 0.2;
    /** Fall over the second half from which a curve is still on its way (TheDeepChecker: 5 %). */
    private static final double STILL_FALLING = 0.95;

    /** Steps at the beginning that say where the loss came from. */
    private static final int FIRST = 5;

    private Trends() {}

    /** The trend of losses that were not driven to about 0. */
    static Trend of(float[] losses) {
        if (losses.length == 0) {
            return Trend.PLATEAUS;
        }
        double start = losses[0];
        for (float loss : losses) {
            if (!Float.isFinite(loss) || Math.abs(loss) > EXPLODED * Math.max(1e-3, Math.abs(start))) {
                return Trend.EXPLODES;
            }
        }
        int window = Math.max(1, losses.length / 10);
        double first = median(losses, 0, Math.min(FIRST, losses.length));
        double last = median(losses, losses.length - window, losses.length);
        double margin = (RISE - 1) * Math.max(Math.abs(first), 1e-6);
        int half = losses.length / 2;
        if (swings(losses, half)) {
            return Trend.OSCILLATES;
        }
        if (last > first + margin) {
            return Trend.GOES_UP;
        }
        double middle = median(losses, Math.max(0, half - window / 2), Math.min(losses.length, half + window / 2 + 1));
        return last < STILL_FALLING * middle ? Trend.FALLS_SLOWLY : Trend.PLATEAUS;
    }

    private static boolean swings(float[] losses, int from) {
        int count = losses.length - from;
        if (count < 10) {
            return false;
        }
        int flips = 0;
        float[] steps = new float[count - 1];
        for (int i = from + 1; i < losses.length; i++) {
            steps[i - from - 1] = Math.abs(losses[i] - losses[i - 1]);
            if (i > from + 1) {
                double before = losses[i - 1] - losses[i - 2];
                double now = losses[i] - losses[i - 1];
                flips += before * now < 0 ? 1 : 0;
            }
        }
        double level = Math.max(Math.abs(median(losses, from, losses.length)), 1e-6);
        return flips > FLIPS * (count - 2) && median(steps, 0, steps.length) > SWING * level;
    }

    private static double median(float[] losses, int from, int to) {
        float[] window = Arrays.copyOfRange(losses, from, to);
        Arrays.sort(window);
        return window[window.length / 2];
    }
}
