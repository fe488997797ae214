package dev.plumbline.zoo.folder;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as a person has it: a folder, in memory.
 *
 * @param tree the experiment file; where its data are, the writer adds
 * @param data the arrays
 * @param model a model file; null where the tree describes the network
 */
public record Folder(Tree tree, Data data, @Nullable ModelFile model) {
    /** With a setting of the experiment file. */
    public Folder with(String path, Object value) {
        return new Folder(tree.with(path, value), data, model);
    }

    public Folder with(Tree changed) {
        return new Folder(changed, data, model);
    }

    public Folder with(Data changed) {
        return new Folder(tree, changed, model);
    }

    public Folder with(ModelFile changed) {
        return new Folder(tree, data, changed);
    }

    /** With the data changed. */
    public Folder mapData(UnaryOperator<Data> change) {
        return with(change.apply(data));
    }
}
