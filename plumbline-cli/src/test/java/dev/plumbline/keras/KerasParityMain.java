package dev.plumbline.keras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares Plumbline with Keras on the files that {@code bench/keras_parity} wrote, a line a file; the last line says
 * how many agreed. Arguments: the folder, and words that a case's name must hold.
 */
public final class KerasParityMain {
    private KerasParityMain() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        String word = arguments.length > 1 ? arguments[1].toLowerCase(Locale.ROOT) : "";
        List<Comparison> all = new ArrayList<>();
        List<Path> lists;
        try (Stream<Path> files = Files.walk(root, 2)) {
            lists = files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
        }
        for (Path list : lists) {
            boolean curves = list.endsWith("train.tsv");
            for (String line : Files.readAllLines(list)) {
                if (line.toLowerCase(Locale.ROOT).contains(word)) {
                    Path folder = list.resolveSibling("");
                    Comparison comparison = curves ? Curve.compare(folder, line) : Forward.compare(folder, line);
                    all.add(comparison);
                    System.out.println(comparison);
                }
            }
        }
        System.out.println("agreed " + all.stream().filter(Comparison::agrees).count() + " of " + all.size());
    }
}
