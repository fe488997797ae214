package dev.plumbline.network;

import dev.plumbline.data.Shape;
import java.nio.file.Path;
import java.util.Map;

/** Reads model files that other programs wrote. The same file is read once, then kept. */
@FunctionalInterface
public interface ModelSource {
    /**
     * The network that the file holds, and the training settings that it carries.
     *
     * @throws dev.plumbline.UnusableInputException naming the file, if it cannot be used
     */
    ImportedModel read(Path file);

    /**
     * The same for a file that leaves sizes open: the length of a sequence, say.
     *
     * @param examples the sizes of one example of each input, by the data's names and in the data's order
     */
    default ImportedModel readFor(Path file, Map<String, Shape> examples) {
        return read(file);
    }
}
