package dev.plumbline.zoo.fault;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.Optional;

/** Changes at the network's output. */
final class Outputs {
    private Outputs() {}

    /** One activation more at the end. */
    static Plant ending(String activation) {
        return folder -> {
            if (!Edit.hasLayers(folder)) {
                return Optional.empty();
            }
            var layers = folder.tree().layers();
            layers.add(Tree.map("activation", Tree.map("activation", activation)));
            return Optional.of(layered(folder, layers));
        };
    }

    static Folder layered(Folder folder, java.util.List<java.util.Map<String, Object>> layers) {
        return folder.with(folder.tree().withLayers(layers));
    }
}
