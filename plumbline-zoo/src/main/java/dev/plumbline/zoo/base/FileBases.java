package dev.plumbline.zoo.base;

import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.ModelFile;
import dev.plumbline.zoo.folder.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Models that Keras and PyTorch wrote; the script that had them do it is beside this module's sources. */
final class FileBases {
    private final ExampleData examples;

    FileBases(ExampleData examples) {
        this.examples = examples;
    }

    List<Base> list() {
        return List.of(
                new Base(
                        "keras-digits-cnn",
                        "digits as images, convolutions with batch norm, Keras, Adam",
                        this::kerasDigits),
                new Base("keras-vowels-gru", "29 steps of 12 coefficients, GRU, Keras, Adam", this::kerasVowels),
                new Base(
                        "keras-reviews-attention",
                        "invented reviews, embedding and attention, Keras, Adam",
                        this::kerasReviews),
                new Base(
                        "keras-energy-mlp",
                        "invented heating demand, regression, Keras, SGD with momentum",
                        this::kerasEnergy),
                new Base(
                        "onnx-digits-cnn",
                        "digits as images, convolutions with batch norm, ONNX, SGD with momentum",
                        this::onnxDigits),
                new Base("onnx-cancer-mlp", "breast cancer, two logits, ONNX, Adam", this::onnxCancer),
                new Base("onnx-wine-mlp", "wine, ONNX, SGD with momentum", this::onnxWine),
                new Base("onnx-energy-mlp", "invented heating demand, regression, ONNX, Adam", this::onnxEnergy),
                new Base(
                        "onnx-vowels-transformer",
                        "29 steps of 12 coefficients, a transformer block, ONNX, Adam",
                        this::onnxVowels));
    }

    private Folder kerasDigits() {
        return keras("digits-cnn", examples.arrays("digits", ".csv", List.of(8, 8, 1)), 32, 15);
    }

    private Folder kerasVowels() {
        return keras("vowels-gru", examples.arrays("vowels", ".npz", List.of(29, 12)), 16, 30);
    }

    private Folder kerasReviews() {
        return keras("reviews-attention", ReviewData.tokens(), 32, 12);
    }

    private Folder kerasEnergy() {
        return keras("energy-mlp", EnergyData.standardized(), 32, 20).with("goal", Tree.map("metric", "rmse"));
    }

    private Folder onnxDigits() {
        Data data = examples.arrays("digits", ".csv", List.of(1, 8, 8));
        return onnx(
                "digits-cnn", Settings.classification("onnx-digits-cnn", Map.of(), Settings.sgd(0.03), 32, 12), data);
    }

    private Folder onnxCancer() {
        Tree tree = Settings.classification("onnx-cancer-mlp", Map.of(), Settings.adam(2e-3), 16, 25);
        return onnx("cancer-mlp", tree, examples.table("breast-cancer"));
    }

    private Folder onnxWine() {
        Tree tree = Settings.classification("onnx-wine-mlp", Map.of(), Settings.sgd(0.03), 16, 30);
        return onnx("wine-mlp", tree, examples.table("wine"));
    }

    private Folder onnxEnergy() {
        Tree tree = Settings.regression("onnx-energy-mlp", Map.of(), Settings.adam(3e-3), 32, 25);
        return onnx("energy-mlp", tree, EnergyData.table());
    }

    private Folder onnxVowels() {
        Tree tree = Settings.classification("onnx-vowels-transformer", Map.of(), Settings.adam(3e-3), 16, 40);
        return onnx("vowels-transformer", tree, examples.arrays("vowels", ".npz", List.of(29, 12)));
    }

    /** Loss, optimizer and metric are in the file; the experiment says how long. */
    private static Folder keras(String name, Data data, int batchSize, int epochs) {
        Tree tree = new Tree(Tree.map(
                "name",
                "keras-" + name,
                "data",
                Tree.map("validation", Tree.map("fraction", 0.2), "seed", 0),
                "training",
                Tree.map("batch-size", batchSize, "epochs", epochs, "seed", 0)));
        return new Folder(tree, data, file(name + ".keras", "model.keras"));
    }

    private static Folder onnx(String name, Tree tree, Data data) {
        return new Folder(tree.without("model"), data, file(name + ".onnx", "model.onnx"));
    }

    private static ModelFile file(String resource, String name) {
        String path = "/dev/plumbline/zoo/models/" + resource;
        try (InputStream in = Objects.requireNonNull(FileBases.class.getResourceAsStream(path), path)) {
            return new ModelFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
