package dev.plumbline.zoo;

import dev.plumbline.zoo.folder.FolderWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A case written into a folder of its own, which is gone when it is closed. */
record CaseFolder(Path path) implements AutoCloseable {
    static CaseFolder of(ZooCase one) throws IOException {
        CaseFolder folder = new CaseFolder(Files.createTempDirectory("zoo"));
        FolderWriter.write(one.folder().orElseThrow(), folder.path());
        return folder;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
