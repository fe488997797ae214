package dev.plumbline.formats.keras;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file in memory. Whatever the library makes of damaged bytes comes as one error; links are not followed, so
 * that no other file is opened.
 */
final class Hdf {
    private final HdfFile file;
    private final String subject;
    private final long length;

    private Hdf(HdfFile file, String subject, long length) {
        this.file = file;
        this.subject = subject;
        this.length = length;
    }

    /** @throws UnusableInputException if it is no HDF5 file */
    static Hdf of(byte[] bytes, String subject) {
        return guarded(subject, "its head", () -> new Hdf(HdfFile.fromBytes(bytes), subject, bytes.length));
    }

    String subject() {
        return subject;
    }

    /** Whether there is a group or an array of the path. */
    boolean has(String path) {
        return guarded(subject, path, () -> node(path) != null);
    }

    /** The names in a group; empty where there is no such group. */
    List<String> children(String path) {
        return guarded(
                subject,
                path,
                () -> node(path) instanceof Group group
                        ? List.copyOf(group.getChildren().keySet())
                        : List.of());
    }

    /** A text attribute, put together where it was too long for one; empty where there is none. */
    String text(String path, String attribute) {
        return String.join("", texts(path, attribute));
    }

    /** An attribute's texts, put together where there were too many for one. */
    List<String> texts(String path, String attribute) {
        return guarded(subject, path + "@" + attribute, () -> {
            List<String> all = new ArrayList<>();
            Node node = node(path);
            if (node != null && !collect(node, attribute, all)) {
                for (int part = 0; collect(node, attribute + part, all); part++) {
                    Limits.requireRoom(subject, part);
                }
            }
            return all;
        });
    }

    private static boolean collect(Node node, String name, List<String> all) {
        Attribute attribute = node.getAttributes().get(name);
        if (attribute == null) {
            return false;
        }
        if (attribute.isEmpty() || attribute.getSize() == 0) {
            return true;
        }
        add(attribute.getData(), all);
        return true;
    }

    private static void add(Object data, List<String> all) {
        if (data instanceof Object[] array) {
            for (Object item : array) {
                add(item, all);
            }
        } else if (data instanceof String text) {
            all.add(text);
        } else if (data instanceof byte[] bytes) {
            all.add(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** An array's values as float32; empty where there is no such array. */
    Optional<FloatTensor> floats(String path) {
        return guarded(
                subject,
                path,
                () -> node(path) instanceof Dataset dataset ? Optional.of(floats(dataset, path)) : Optional.empty());
    }

    private FloatTensor floats(Dataset dataset, String path) {
        long elements = 1;
        List<Integer> sizes = new ArrayList<>();
        for (long size : dataset.getDimensionsAsLong()) {
            elements = Math.multiplyExact(elements, size);
            sizes.add(Math.toIntExact(size));
        }
        // no filter can have made more of the file than this
        if (elements > length * Limits.MOST_DEFLATED) {
            throw damaged(subject, path, elements + " values in a file of " + length + " bytes", null);
        }
        Limits.requireRoom(subject + ", " + path, Math.multiplyExact(4L, elements));
        if (elements == 0) {
            return new FloatTensor(new float[0], new Shape(sizes));
        }
        float[] values = HdfNumbers.floats(dataset.isScalar() ? dataset.getData() : dataset.getDataFlat());
        return new FloatTensor(values, new Shape(sizes));
    }

    private @Nullable Node node(String path) {
        Node node = file;
        for (String step : path.split("/")) {
            if (step.isEmpty()) {
                continue;
            }
            if (!(node instanceof Group group) || node.isLink()) {
                return null;
            }
            node = group.getChildren().get(step);
            if (node == null) {
                return null;
            }
        }
        return node.isLink() ? null : node;
    }

    /**
     * The library takes damaged bytes at their word, so it may fail by any exception, too deep a recursion included.
     */
    private static <T> T guarded(String subject, String place, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnusableInputException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw damaged(subject, place, String.valueOf(e.getMessage()), e);
        }
    }

    private static UnusableInputException damaged(
            String subject, String place, String found, @Nullable Throwable cause) {
        String text = found.length() > 120 ? found.substring(0, 120) + "..." : found;
        return UnusableInputException.because(
                subject + (place.isEmpty() ? "" : ", " + place) + ": expected whole HDF5 data, found damaged bytes ("
                        + text + "). Copy or write the file again.",
                cause == null ? new IllegalStateException(text) : cause);
    }
}
