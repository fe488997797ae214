package dev.plumbline.zoo.base;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.List;
import java.util.Map;

/** Sequences of numbers and of tokens. */
final class SequenceBases {
    private final ExampleData examples;

    SequenceBases(ExampleData examples) {
        this.examples = examples;
    }

    List<Base> list() {
        return List.of(
                new Base("vowels-lstm", "29 steps of 12 coefficients, LSTM by its name, Adam", this::vowels),
                new Base("reviews-lstm", "invented reviews, embedding and LSTM by its name, Adam", this::reviews));
    }

    private Folder vowels() {
        Map<String, Object> model = Tree.map("architecture", "lstm", "units", 48);
        return new Folder(
                Settings.classification("vowels-lstm", model, Settings.adam(3e-3), 16, 40),
                examples.arrays("vowels", ".npz", List.of(29, 12)),
                null);
    }

    private Folder reviews() {
        Map<String, Object> model = Tree.map("architecture", "lstm", "units", 24, "embedding", 16);
        return new Folder(
                Settings.classification("reviews-lstm", model, Settings.adam(5e-3), 32, 12)
                        .with("data.modality", "sequence"),
                ReviewData.tokens(),
                null);
    }
}
