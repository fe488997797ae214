package dev.plumbline.zoo.base;

import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.List;
import java.util.Map;

/** Handwritten digits of 8 x 8 pixels. */
final class ImageBases {
    private final ExampleData examples;

    ImageBases(ExampleData examples) {
        this.examples = examples;
    }

    List<Base> list() {
        return List.of(
                new Base("digits-mlp", "digits as a table, MLP, layers, Adam", this::mlp),
                new Base("digits-cnn", "digits as images, two convolutions, layers, SGD with momentum", this::cnn),
                new Base(
                        "digits-cnn-bn",
                        "digits as images, convolutions with batch norm, layers, Adam",
                        this::cnnWithBatchNorm),
                new Base("digits-wide", "digits as arrays, MLP of 863,000 numbers, layers, Adam", this::wide),
                new Base("signs-cnn", "invented road signs in colour, 603,000 numbers, layers, Adam", this::signs),
                new Base("signs-lenet", "invented road signs in colour, LeNet by its name, Adam", this::lenet));
    }

    private Data images() {
        return examples.arrays("digits", ".csv", List.of(1, 8, 8));
    }

    private Folder mlp() {
        Map<String, Object> model =
                Layers.of(List.of(Layers.dense(64, "relu"), Layers.dense(32, "relu"), Layers.dense(10)));
        return new Folder(
                Settings.classification("digits-mlp", model, Settings.adam(1e-3), 32, 30),
                examples.table("digits"),
                null);
    }

    private Folder cnn() {
        Map<String, Object> model = Layers.of(List.of(
                Layers.conv(8, 3, "relu"),
                Layers.layer("max-pool2d", "pool-size", 2),
                Layers.conv(16, 3, "relu"),
                Layers.layer("flatten"),
                Layers.dense(32, "relu"),
                Layers.dense(10)));
        return new Folder(Settings.classification("digits-cnn", model, Settings.sgd(0.02), 32, 15), images(), null);
    }

    private Folder cnnWithBatchNorm() {
        Map<String, Object> model = Layers.of(List.of(
                Layers.layer("conv2d", "filters", 12, "kernel-size", 3, "padding", "same"),
                Layers.layer("batch-norm"),
                Layers.layer("activation", "activation", "relu"),
                Layers.layer("max-pool2d", "pool-size", 2),
                Layers.layer("conv2d", "filters", 24, "kernel-size", 3, "padding", "same"),
                Layers.layer("batch-norm"),
                Layers.layer("activation", "activation", "relu"),
                Layers.layer("global-average-pool2d"),
                Layers.dense(10)));
        return new Folder(Settings.classification("digits-cnn-bn", model, Settings.adam(3e-3), 32, 15), images(), null);
    }

    private Folder wide() {
        Map<String, Object> model =
                Layers.of(List.of(Layers.dense(800, "relu"), Layers.dense(1000, "relu"), Layers.dense(10)));
        Data flat = examples.arrays("digits", ".csv", List.of(64));
        return new Folder(Settings.classification("digits-wide", model, Settings.adam(3e-4), 64, 10), flat, null);
    }

    private Folder signs() {
        Map<String, Object> model = Layers.of(List.of(
                Layers.conv(16, 3, "relu"),
                Layers.layer("max-pool2d", "pool-size", 2),
                Layers.conv(32, 3, "relu"),
                Layers.layer("flatten"),
                Layers.dense(512, "relu"),
                Layers.dense(9)));
        return new Folder(
                Settings.classification("signs-cnn", model, Settings.adam(1e-3), 32, 8), SignData.images(), null);
    }

    private Folder lenet() {
        Map<String, Object> model =
                Tree.map("architecture", "lenet", "filters", List.of(8, 16), "hidden", List.of(64, 32));
        return new Folder(
                Settings.classification("signs-lenet", model, Settings.adam(2e-3), 32, 15), SignData.images(), null);
    }
}
