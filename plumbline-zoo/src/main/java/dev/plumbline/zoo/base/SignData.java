package dev.plumbline.zoo.base;

import dev.plumbline.data.SplitName;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented: road signs of 12 x 12 pixels in three colour channels, 0 to 255. Nine classes: disc, triangle or bar, each
 * red, green or blue, at varied places, sizes and light, before a noisy grey wall.
 */
final class SignData {
    private static final int SIDE = 12;
    private static final int PIXELS = SIDE * SIDE;
    private static final int TRAIN = 1000;
    private static final int TEST = 400;

    private SignData() {}

    /** Images with the channel first. */
    static Data images() {
        Random random = new Random(30);
        return new Data(
                Data.Kind.NPZ,
                List.of(3, SIDE, SIDE),
                List.of(),
                List.of(),
                true,
                Map.of(SplitName.TRAIN, draw(random, TRAIN), SplitName.TEST, draw(random, TEST)));
    }

    private static Examples draw(Random random, int count) {
        float[][] rows = new float[count][];
        float[] classes = new float[count];
        for (int i = 0; i < count; i++) {
            int shape = random.nextInt(3);
            int colour = random.nextInt(3);
            rows[i] = sign(random, shape, colour);
            classes[i] = 3 * shape + colour;
        }
        return new Examples(rows, classes);
    }

    private static float[] sign(Random random, int shape, int colour) {
        float[] image = new float[3 * PIXELS];
        double wall = 60 + 60 * random.nextDouble();
        double light = 110 + 120 * random.nextDouble();
        double x = 4 + 3 * random.nextDouble();
        double y = 4 + 3 * random.nextDouble();
        double size = 3 + random.nextDouble();
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            int row = pixel / SIDE;
            double dx = (pixel % SIDE - x) / size;
            double dy = (row - y) / size;
            boolean inside = inside(shape, dx, dy);
            for (int channel = 0; channel < 3; channel++) {
                double value = inside ? channel == colour ? light : 0.35 * light : wall;
                image[channel * PIXELS + pixel] =
                        (float) Math.rint(Math.min(255, Math.max(0, value + 10 * random.nextGaussian())));
            }
        }
        return image;
    }

    private static boolean inside(int shape, double dx, double dy) {
        return switch (shape) {
            case 0 -> dx * dx + dy * dy <= 1;
            case 1 -> dy <= 0.9 && dy >= -0.9 && Math.abs(dx) <= (dy + 0.9) / 1.8;
            default -> Math.abs(dx) <= 1.1 && Math.abs(dy) <= 0.4;
        };
    }
}
