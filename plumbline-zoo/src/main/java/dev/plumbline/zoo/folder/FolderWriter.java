package dev.plumbline.zoo.folder;

import dev.plumbline.data.SplitName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a folder to disk, so that {@code plumbline run} takes it. */
public final class FolderWriter {
    private FolderWriter() {}

    /** Writes experiment, data and model file; the folder is made. */
    public static void write(Folder folder, Path to) throws IOException {
        Files.createDirectories(to);
        Tree tree = folder.tree();
        String ending = folder.data().kind() == Data.Kind.CSV ? ".csv" : ".npz";
        for (Map.Entry<SplitName, Examples> split : folder.data().splits().entrySet()) {
            String name = split.getKey().label() + ending;
            tree = tree.with("data." + split.getKey().label(), name);
            if (ending.equals(".csv")) {
                TableWriter.write(folder.data(), split.getValue(), to.resolve(name));
            } else {
                NpzWriter.write(folder.data(), split.getValue(), to.resolve(name));
            }
        }
        if (folder.data().kind() == Data.Kind.CSV) {
            java.util.List<String> names = folder.data().names();
            tree = tree.with("data.target", names.get(names.size() - 1));
        }
        ModelFile model = folder.model();
        if (model != null) {
            Files.write(to.resolve(model.name()), model.bytes());
            tree = tree.with("model", model.name());
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        Files.writeString(to.resolve("experiment.yaml"), new Yaml(options).dump(tree.values()));
    }
}
