package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that lie in files beside the model. Only in its own folder or below: no absolute path, no {@code ..}, no link
 * that leads out.
 */
final class ExternalData {
    private final @Nullable Path folder;
    private final Map<String, Path> files = new HashMap<>();

    /** @param folder the model's; null for a model that lies in no folder */
    ExternalData(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * So many bytes of a tensor.
     *
     * @throws UnusableInputException naming the tensor, if the file is not beside the model or too short
     */
    ByteBuffer bytes(TensorProto proto, long length, String subject) {
        Map<String, String> entries = new HashMap<>();
        for (StringStringEntryProto entry : proto.getExternalDataList()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        String location = entries.getOrDefault("location", "");
        Path file = files.computeIfAbsent(location, l -> resolved(l, subject));
        long offset = number(entries.getOrDefault("offset", "0"), "offset", subject);
        long given = number(entries.getOrDefault("length", String.valueOf(length)), "length", subject);
        if (given != length) {
            throw new UnusableInputException(
                    subject,
                    length + " bytes, as its shape needs",
                    "a length of " + given + " in " + location,
                    "Export the model again.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (offset > channel.size() || length > channel.size() - offset) {
                throw new UnusableInputException(
                        subject,
                        length + " bytes at offset " + offset + " of " + location,
                        "a file of " + channel.size() + " bytes",
                        "Copy the whole file beside the model.");
            }
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
            return mapped;
        } catch (IOException e) {
            throw UnusableInputException.because(
                    subject + ": expected " + file + " to be readable, found that it is not (" + e.getMessage()
                            + "). Correct its permissions.",
                    e);
        }
    }

    private static long number(String text, String what, String subject) {
        try {
            long value = Long.parseLong(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, as for a negative one
        }
        throw new UnusableInputException(
                subject, "an " + what + " of at least 0", "\"" + text + "\"", "Export the model again.");
    }

    private Path resolved(String location, String subject) {
        if (folder == null) {
            throw outside(location, subject, "a model that lies in no folder");
        }
        try {
            Path relative = Path.of(location);
            if (location.isEmpty() || relative.isAbsolute() || location.contains("\\") || climbs(relative)) {
                throw outside(location, subject, "\"" + location + "\"");
            }
            Path file = folder.resolve(relative);
            if (!Files.exists(file)) {
                throw new UnusableInputException(
                        subject,
                        "its values in " + location + " beside the model",
                        "no such file",
                        "Copy " + location + " into the model's folder.");
            }
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real)) {
                throw outside(location, subject, "\"" + location + "\", which leads to " + real);
            }
            return real;
        } catch (InvalidPathException e) {
            throw outside(location, subject, "a location that is no path");
        } catch (IOException e) {
            throw UnusableInputException.because(
                    subject + ": expected " + location + " to be readable, found that it is not (" + e.getMessage()
                            + "). Correct its permissions.",
                    e);
        }
    }

    private static boolean climbs(Path relative) {
        for (Path part : relative) {
            if (part.toString().equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static UnusableInputException outside(String location, String subject, String found) {
        return new UnusableInputException(
                subject,
                "external data in a file beside the model",
                found,
                "Save the model with its data in the same folder: onnx.save(model, path, save_as_external_data=True).");
    }
}
