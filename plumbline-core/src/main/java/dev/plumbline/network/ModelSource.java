package dev.plumbline.network;

import java.nio.file.Path;

/** Reads model files that other programs wrote. The same file is read once, then kept. */
@FunctionalInterface
public interface ModelSource {
    /**
     * The network that the file holds, and the training settings that it carries.
     *
     * @throws dev.plumbline.UnusableInputException naming the file, if it cannot be used
     */
    ImportedModel read(Path file);
}
