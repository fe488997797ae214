package dev.plumbline.keras;

import dev.plumbline.data.Tensor;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.network.Network;
import dev.plumbline.torch.Inference;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a Keras file, runs it and compares every output with what Keras gave. */
final class Forward {
    private static final double PLAIN = 1e-5;
    private static final double RECURRENT = 1e-4;

    private Forward() {}

    /** @param line name, label, kind and file, with tabs between */
    static Comparison compare(Path root, String line) {
        String[] cells = line.split("\t");
        String name = cells[0] + " (" + cells[1] + cells[3].substring(cells[3].lastIndexOf('.')) + ")";
        Path file = root.resolve(cells[3]);
        double allowed = cells[2].equals("recurrent") ? RECURRENT : PLAIN;
        try {
            double difference = difference(
                    file,
                    file.resolveSibling("inputs-" + cells[1] + ".bin"),
                    file.resolveSibling("outputs-" + cells[1] + ".bin"));
            return new Comparison(name, difference, allowed, "");
        } catch (IOException | RuntimeException fault) {
            return Comparison.failed(name, fault);
        }
    }

    /** The largest difference of any output from what Keras gave, over that output's largest absolute value. */
    static double difference(Path model, Path inputs, Path outputs) throws IOException {
        Network network = new ModelFiles().read(model).network();
        Map<String, Tensor> given = new LinkedHashMap<>();
        List<Tensor> arrays = ArrayFile.read(inputs);
        List<String> names = new ArrayList<>(network.inputs().keySet());
        for (int i = 0; i < names.size(); i++) {
            given.put(names.get(i), arrays.get(i));
        }
        try (Inference inference = new Inference(network, TorchSettings.standard())) {
            return difference(network, inference.run(given), ArrayFile.read(outputs));
        }
    }

    private static double difference(Network network, Map<String, Tensor> made, List<Tensor> expected) {
        if (network.outputs().size() != expected.size()) {
            throw new IllegalStateException("expected " + expected.size() + " outputs, found " + network.outputs());
        }
        double most = 0;
        for (int i = 0; i < expected.size(); i++) {
            Tensor theirs = expected.get(i);
            Tensor ours =
                    java.util.Objects.requireNonNull(made.get(network.outputs().get(i)));
            if (!ours.shape().equals(theirs.shape())) {
                throw new IllegalStateException("expected " + network.outputs().get(i) + " of shape " + theirs.shape()
                        + ", found " + ours.shape());
            }
            most = Math.max(most, relative(ours, theirs));
        }
        return most;
    }

    private static double relative(Tensor ours, Tensor theirs) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < theirs.elements(); i++) {
            largest = Math.max(largest, Math.abs(theirs.get(i)));
            double apart = Math.abs(ours.get(i) - theirs.get(i));
            difference = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(difference, apart);
        }
        return difference / Math.max(largest, 1e-30);
    }
}
