package dev.plumbline.torch;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Network;
import java.util.Arrays;

/**
 * The time of a step's gradients for networks written channels-last, as written and with their transposes moved, over
 * that of the same network written channels-first: median of the ratios of calls made in turn. Run by hand.
 */
final class LayoutSpeedMain {
    private static final int BATCH = 64;

    private LayoutSpeedMain() {}

    public static void main(String[] arguments) {
        int calls = Integer.parseInt(arguments[0]);
        measure(
                "lenet",
                ImageNetworks.lenet(true),
                ImageNetworks.lenet(false),
                Calculation.random(1, BATCH, 28, 28, 1),
                Calculation.random(1, BATCH, 1, 28, 28),
                calls);
        measure(
                "resnet",
                ImageNetworks.resnet(true),
                ImageNetworks.resnet(false),
                Calculation.random(1, BATCH, 16, 16, 3),
                Calculation.random(1, BATCH, 3, 16, 16),
                calls);
    }

    private static void measure(
            String name, Network last, Network first, FloatTensor lastImages, FloatTensor firstImages, int calls) {
        try (Slopes written = new Slopes(last, last, lastImages);
                Slopes moved = new Slopes(last, Faster.of(last), lastImages);
                Slopes aim = new Slopes(first, Faster.of(first), firstImages)) {
            double[] asWritten = new double[calls];
            double[] asMoved = new double[calls];
            for (int i = -calls / 2; i < calls; i++) {
                double base = aim.time();
                double slow = written.time();
                double fast = moved.time();
                if (i >= 0) {
                    asWritten[i] = slow / base;
                    asMoved[i] = fast / base;
                }
            }
            System.out.printf(
                    "%s: as written %.2f, moved %.2f of the time of channels first%n",
                    name, median(asWritten), median(asMoved));
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
