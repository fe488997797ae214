package dev.plumbline.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.formats.keras.KerasReader;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.torch.Inference;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares what Keras computed with what Plumbline computes: for each model file of the folders given,
 * {@code NAME.keras}, {@code .h5} or {@code .json} beside {@code NAME.npz} with {@code in0, in1, ...} and {@code out0,
 * ...}. The last line is {@code agreed N of M}.
 */
public final class KerasParity {
    private KerasParity() {}

    /** Folders or files; {@code --only TEXT} takes those whose name contains the text. */
    public static void main(String[] arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        String only = "";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--only")) {
                only = arguments[++i];
            } else {
                files.addAll(models(Path.of(arguments[i])));
            }
        }
        int agreed = 0;
        int all = 0;
        for (Path file : files) {
            if (!file.getFileName().toString().contains(only)) {
                continue;
            }
            all++;
            String verdict;
            try {
                double worst = difference(file);
                double allowed = file.getFileName().toString().startsWith("rnn") ? 1e-4 : 1e-5;
                verdict = worst <= allowed ? "ok " + worst : "DIFFERS by " + worst;
            } catch (RuntimeException e) {
                verdict = "FAILS " + e.getClass().getSimpleName() + ": " + e.getMessage();
                if (Boolean.getBoolean("trace")) {
                    e.printStackTrace(System.out);
                }
            }
            if (verdict.startsWith("ok")) {
                agreed++;
            }
            System.out.println(file.getFileName() + "  " + verdict);
        }
        System.out.println("agreed " + agreed + " of " + all);
    }

    private static List<Path> models(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(p -> p.toString().matches(".*\\.(keras|h5|json)")
                            && !p.toString().endsWith(".weights.h5"))
                    .sorted()
                    .toList();
        }
    }

    private static double difference(Path file) {
        Map<String, Tensor> arrays = Npz.read(Path.of(file.toString().replaceFirst("\\.(keras|h5|json)$", ".npz")));
        Map<String, Shape> examples = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith("in")) {
                examples.put(name, array.shape().withoutFirst());
            }
        });
        ImportedModel model = new KerasReader().readFor(file, examples);
        Map<String, Tensor> given = new LinkedHashMap<>();
        for (String input : model.network().inputs().keySet()) {
            given.put(input, arrays.get("in" + given.size()));
        }
        double worst = 0;
        try (Inference inference = new Inference(model.network(), TorchSettings.standard())) {
            Map<String, Tensor> outputs = inference.run(given);
            for (int i = 0; i < model.network().outputs().size(); i++) {
                Tensor found = outputs.get(model.network().outputs().get(i));
                worst = Math.max(worst, difference(arrays.get("out" + i), found));
            }
        }
        return worst;
    }

    /** The largest difference, relative to the largest expected value. */
    private static double difference(Tensor expected, Tensor found) {
        if (!expected.shape().equals(found.shape())) {
            throw new IllegalStateException("expected shape " + expected.shape() + ", found " + found.shape());
        }
        double scale = 1e-6;
        double worst = 0;
        for (int i = 0; i < expected.elements(); i++) {
            double difference = Math.abs(expected.get(i) - found.get(i));
            if (Double.isNaN(difference) && Double.compare(expected.get(i), found.get(i)) != 0) {
                return Double.POSITIVE_INFINITY;
            }
            scale = Math.max(scale, Math.abs(expected.get(i)));
            worst = Math.max(worst, Double.isNaN(difference) ? 0 : difference);
        }
        return worst / scale;
    }
}
