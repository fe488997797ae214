package dev.plumbline.compare;

import dev.plumbline.data.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A small copy of one of the examples' data sets, which travels with the program; {@code examples/DATA.md} has sources
 * and licences.
 *
 * @param classes of each example, from 0
 * @param rows pixels from 0 to 1; measurements with mean 0 and deviation 1, coefficients of all steps together
 */
record BenchmarkFile(String name, Shape shape, List<Integer> classes, List<float[]> rows) {
    static BenchmarkFile digits() {
        BenchmarkFile file = read("digits", Shape.of(1, 8, 8));
        for (float[] row : file.rows()) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= 16;
            }
        }
        return file;
    }

    static BenchmarkFile vowels() {
        return read("vowels", Shape.of(15, 12)).standardized();
    }

    static BenchmarkFile wine() {
        return read("wine", Shape.of(13)).standardized();
    }

    static BenchmarkFile breastCancer() {
        return read("breast-cancer", Shape.of(30)).standardized();
    }

    private BenchmarkFile standardized() {
        int features = shape.get(-1);
        for (int feature = 0; feature < features; feature++) {
            double sum = 0;
            double squares = 0;
            long count = 0;
            for (float[] row : rows) {
                for (int i = feature; i < row.length; i += features) {
                    sum += row[i];
                    squares += (double) row[i] * row[i];
                    count++;
                }
            }
            double mean = sum / count;
            double deviation = Math.sqrt(Math.max(1e-12, squares / count - mean * mean));
            for (float[] row : rows) {
                for (int i = feature; i < row.length; i += features) {
                    row[i] = (float) ((row[i] - mean) / deviation);
                }
            }
        }
        return this;
    }

    private static BenchmarkFile read(String name, Shape shape) {
        String path = "/dev/plumbline/benchmark/" + name + ".csv.gz";
        List<Integer> classes = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(BenchmarkFile.class.getResourceAsStream(path), path);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                float[] row = new float[cells.length - 1];
                for (int i = 0; i < row.length; i++) {
                    row[i] = Float.parseFloat(cells[i + 1]);
                }
                classes.add(Integer.parseInt(cells[0]));
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark data " + path + " of this program cannot be read", e);
        }
        return new BenchmarkFile(name, shape, classes, rows);
    }
}
