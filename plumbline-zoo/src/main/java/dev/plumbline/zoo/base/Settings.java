package dev.plumbline.zoo.base;

import dev.plumbline.zoo.folder.Tree;
import java.util.Map;

/** An experiment file with everything spelled out, as a careful user has it. */
final class Settings {
    private Settings() {}

    static Tree classification(
            String name, Map<String, Object> model, Map<String, Object> optimizer, int batchSize, int epochs) {
        return new Tree(Tree.map(
                "name",
                name,
                "task",
                "classification",
                "data",
                Tree.map("validation", Tree.map("fraction", 0.2), "normalization", "standardize", "seed", 0),
                "model",
                model,
                "training",
                training("cross-entropy", optimizer, batchSize, epochs),
                "goal",
                Tree.map("metric", "accuracy")));
    }

    static Tree regression(
            String name, Map<String, Object> model, Map<String, Object> optimizer, int batchSize, int epochs) {
        return classification(name, model, optimizer, batchSize, epochs)
                .with("task", "regression")
                .with("data.target-normalization", "standardize")
                .with("training.loss", "mse")
                .with("goal.metric", "rmse");
    }

    private static Map<String, Object> training(String loss, Map<String, Object> optimizer, int batchSize, int epochs) {
        return Tree.map(
                "loss",
                loss,
                "optimizer",
                optimizer,
                "batch-size",
                batchSize,
                "epochs",
                epochs,
                "shuffle",
                true,
                "seed",
                0);
    }

    static Map<String, Object> adam(double rate) {
        return Tree.map("name", "adam", "learning-rate", rate);
    }

    static Map<String, Object> sgd(double rate) {
        return Tree.map("name", "sgd", "learning-rate", rate, "momentum", 0.9);
    }
}
