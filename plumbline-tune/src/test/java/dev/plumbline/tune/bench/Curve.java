package dev.plumbline.tune.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What one configuration's training showed.
 *
 * @param validation the score of the epoch that was kept
 * @param planned epochs that it might have taken
 * @param scores on validation after each epoch
 */
record Curve(double validation, int planned, List<Double> scores) {
    Curve {
        scores = List.copyOf(scores);
    }

    /**
     * The curves of an example, and whether they are to rise.
     *
     * @param maximize as its header says
     */
    record Table(boolean maximize, List<Curve> curves) {
        Table {
            curves = List.copyOf(curves);
        }

        static Table read(Path file) throws IOException {
            try (BufferedReader in = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                boolean maximize = in.readLine().startsWith("maximize");
                List<Curve> curves = new ArrayList<>();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] parts = line.split(",", -1);
                    List<Double> scores = Stream.of(parts[6].split(" ", -1))
                            .filter(word -> !word.isEmpty())
                            .map(Curve::number)
                            .toList();
                    curves.add(new Curve(number(parts[2]), Integer.parseInt(parts[4]), scores));
                }
                return new Table(maximize, curves);
            }
        }
    }

    private static double number(String word) {
        return word.equals("nan") ? Double.NaN : Double.parseDouble(word);
    }
}
