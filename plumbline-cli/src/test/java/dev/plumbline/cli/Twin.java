package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A broken example, its fault, and how its file reads without it.
 *
 * @param name its folder in examples/broken
 * @param cause the rule that has to find the fault
 * @param fault the fault in its file, a regular expression
 * @param health what stands there without the fault
 */
record Twin(String name, String cause, String fault, String health) {
    static List<Twin> all() {
        return List.of(
                new Twin("digits-softmax-twice", "softmax-before-cross-entropy", ", activation: softmax", ""),
                new Twin(
                        "keras-digits-softmax-twice",
                        "softmax-before-cross-entropy",
                        "model: model.keras",
                        "model: ../../broken/keras-digits-softmax-twice/healthy.keras"),
                new Twin("digits-learning-rate-too-high", "learning-rate-too-high", "rate: 0\\.3", "rate: 3e-4"),
                new Twin("digits-sigmoid-stack", "saturating-activations", "activation: sigmoid", "activation: relu"),
                new Twin("digits-weight-decay", "weight-decay-too-strong", ", weight-decay: [0-9.]+", ""),
                new Twin("breast-cancer-raw-inputs", "inputs-not-normalized", "  normalization: none\n", ""),
                new Twin("breast-cancer-flipped-sign", "loss-sign", ", scale: -1", ""),
                new Twin("wine-zero-weights", "initialization-zeros", ", initializer: zeros", ""),
                new Twin("diabetes-relu-output", "activation-on-output", "units: 1, activation: relu", "units: 1"),
                new Twin("diabetes-raw-targets", "targets-not-normalized", "  target-normalization: none\n", ""),
                new Twin(
                        "wine-nan-in-layer-7",
                        "numerical-domain",
                        "model: model\\.onnx",
                        "model: {file: ../../broken/wine-nan-in-layer-7/model.onnx, edits: [{remove-node: /log/Log}]}"),
                new Twin("vowels-learning-rate-too-low", "learning-rate-too-low", "rate: 1e-6", "rate: 3e-4"));
    }

    /** The twin in the folder of that name. */
    static Twin of(String name) {
        return all().stream()
                .filter(twin -> twin.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row for examples/broken/" + name));
    }

    Path broken() {
        return ExampleRuns.examples().resolve("broken").resolve(name);
    }

    /** Writes the same experiment without the fault. */
    Path healthy(Path folder) throws IOException {
        String broken = Files.readString(broken().resolve("experiment.yaml"));
        String healthy = broken.replaceAll(fault, health);
        assertThat(healthy).as("without the fault").isNotEqualTo(broken);
        return Files.writeString(
                folder.resolve("healthy.yaml"), healthy.replace("../../", ExampleRuns.examples() + "/"));
    }
}
