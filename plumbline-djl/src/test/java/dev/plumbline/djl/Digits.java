package dev.plumbline.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The handwritten digits of the examples, pixels scaled to [0, 1]. */
final class Digits {
    static final int BATCH = 32;
    private static final int PIXELS = 64;

    private final NDArray pixels;
    private final NDArray labels;

    private Digits(NDArray pixels, NDArray labels) {
        this.pixels = pixels;
        this.labels = labels;
    }

    static Digits train(NDManager manager) {
        return read("train.csv", manager);
    }

    static Digits test(NDManager manager) {
        return read("test.csv", manager);
    }

    private static Digits read(String file, NDManager manager) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("..", "examples", "digits", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int rows = lines.size() - 1;
        float[] pixels = new float[rows * PIXELS];
        float[] labels = new float[rows];
        for (int i = 0; i < rows; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            for (int k = 0; k < PIXELS; k++) {
                pixels[i * PIXELS + k] = Float.parseFloat(cells[k]) / 16;
            }
            labels[i] = Float.parseFloat(cells[PIXELS]);
        }
        return new Digits(manager.create(pixels, new Shape(rows, 1, 8, 8)), manager.create(labels));
    }

    /** Each digit's class. */
    ArrayDataset classes() {
        return dataset(labels);
    }

    /** The digit as a number, stretched. */
    ArrayDataset numbers(float scale) {
        return dataset(labels.reshape(-1, 1).mul(scale));
    }

    /** In an order of its own every time, drawn from the engine's seed. */
    private ArrayDataset dataset(NDArray targets) {
        return new ArrayDataset.Builder()
                .setData(pixels)
                .optLabels(targets)
                .setSampling(BATCH, true)
                .build();
    }
}
