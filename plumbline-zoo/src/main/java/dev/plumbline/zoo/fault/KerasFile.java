package dev.plumbline.zoo.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Rewrites a {@code .keras} file: the zip's {@code config.json} or its weights. */
final class KerasFile {
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final ObjectMapper JSON = new ObjectMapper();

    private KerasFile() {}

    /** Changes the configuration in place; false where it has no place for the fault. */
    @FunctionalInterface
    interface Change {
        boolean of(KerasConfig config);
    }

    /** A plant that changes the configuration. */
    static Plant config(Change change) {
        return folder -> edited(folder, entries -> {
            try {
                ObjectNode tree = (ObjectNode) JSON.readTree(entries.get(CONFIG));
                if (!change.of(new KerasConfig(tree))) {
                    return Map.of();
                }
                entries.put(CONFIG, JSON.writeValueAsBytes(tree));
                return entries;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A plant that leaves the weights out, as a model has none that was saved before it was built. */
    static Plant withoutWeights(Plant plant) {
        return folder -> plant.in(folder)
                .flatMap(changed -> edited(changed, entries -> {
                    entries.remove(WEIGHTS);
                    return entries;
                }));
    }

    /** A plant that changes the weights' values. */
    static Plant weights(WeightChange change) {
        return folder -> edited(folder, entries -> {
            entries.computeIfPresent(WEIGHTS, (name, bytes) -> KerasWeights.changed(bytes, change));
            return entries;
        });
    }

    private static Optional<Folder> edited(Folder folder, UnaryOperator<Map<String, byte[]>> change) {
        ModelFile model = folder.model();
        if (model == null || !model.isKeras()) {
            return Optional.empty();
        }
        try {
            Map<String, byte[]> changed = change.apply(entries(model.bytes()));
            return changed.isEmpty() ? Optional.empty() : Optional.of(folder.with(model.with(zip(changed))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry to = new ZipEntry(entry.getKey());
                to.setTime(315_532_800_000L); // the same bytes at any hour
                zip.putNextEntry(to);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
