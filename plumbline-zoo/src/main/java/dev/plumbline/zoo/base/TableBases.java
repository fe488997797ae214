package dev.plumbline.zoo.base;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.List;
import java.util.Map;

/** Tables: classes and amounts. */
final class TableBases {
    private final ExampleData examples;

    TableBases(ExampleData examples) {
        this.examples = examples;
    }

    List<Base> list() {
        return List.of(
                new Base("wine-mlp", "wine, MLP by its name, Adam", this::wine),
                new Base("cancer-mlp", "breast cancer, one unit with binary cross-entropy, layers, SGD", this::cancer),
                new Base("diabetes-mlp", "diabetes, regression, layers, Adam", this::diabetes),
                new Base("energy-mlp", "invented heating demand, regression, layers, Adam", this::energy));
    }

    private Folder wine() {
        Map<String, Object> model = Tree.map("architecture", "mlp", "hidden", List.of(32), "activation", "relu");
        return new Folder(
                Settings.classification("wine-mlp", model, Settings.adam(3e-3), 16, 40), examples.table("wine"), null);
    }

    private Folder cancer() {
        Map<String, Object> model =
                Layers.of(List.of(Layers.dense(24, "relu"), Layers.dense(12, "relu"), Layers.dense(1)));
        return new Folder(
                Settings.classification("cancer-mlp", model, Settings.sgd(0.02), 16, 25)
                        .with("training.loss", "bce-with-logits"),
                examples.table("breast-cancer"),
                null);
    }

    private Folder diabetes() {
        Map<String, Object> model = Layers.of(List.of(Layers.dense(16, "relu"), Layers.dense(1)));
        return new Folder(
                Settings.regression("diabetes-mlp", model, Settings.adam(3e-3), 16, 40),
                examples.table("diabetes"),
                null);
    }

    private Folder energy() {
        Map<String, Object> model =
                Layers.of(List.of(Layers.dense(48, "relu"), Layers.dense(24, "relu"), Layers.dense(1)));
        return new Folder(
                Settings.regression("energy-mlp", model, Settings.adam(1e-2), 16, 30)
                        .with("training.schedule", Tree.map("name", "cosine")),
                EnergyData.table(),
                null);
    }
}
