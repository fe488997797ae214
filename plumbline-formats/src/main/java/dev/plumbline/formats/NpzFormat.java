package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An archive of NumPy arrays, as {@code numpy.savez} and {@code savez_compressed} write it. Sizes are checked before
 * memory is taken: what the header says against what the archive says, and both against what Java may use.
 */
final class NpzFormat implements DataFormat {
    private static final String ARRAY = ".npy";

    /** Deflate cannot make anything smaller than by this factor, so a larger claim is a lie. */
    private static final long MOST_DEFLATED = 1032;

    private static final long MOST_ARRAY = Integer.MAX_VALUE - 64;

    private final long memory;

    /** A reader that may fill half of the memory that Java may use. */
    NpzFormat() {
        this(Runtime.getRuntime().maxMemory() / 2);
    }

    /** @param memory the most bytes that the arrays of a file may take */
    NpzFormat(long memory) {
        this.memory = memory;
    }

    @Override
    public List<String> extensions() {
        return List.of(".npz");
    }

    @Override
    public FileContent read(InputFile file) throws IOException {
        Magic.requireZip(file);
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            Map<String, NdArray> arrays = new LinkedHashMap<>();
            long free = memory;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(ARRAY)) {
                    String name = entry.getName().substring(0, entry.getName().length() - ARRAY.length());
                    String subject = file.name() + ", array " + CsvFormat.shortened(name);
                    requireRoom(entry, free, subject);
                    NdArray array = array(zip, entry, subject);
                    free -= array.data().capacity();
                    arrays.put(name, array);
                }
            }
            if (arrays.isEmpty()) {
                throw new UnusableInputException(
                        file.name(),
                        "arrays (.npy)",
                        "an archive of " + zip.size() + " other files",
                        "Save the arrays with numpy.savez(file, x=..., y=...).");
            }
            return new NamedArrays(file.name(), arrays);
        } catch (ZipException | IllegalArgumentException e) {
            // a broken name of an entry comes as IllegalArgumentException
            throw new UnusableInputException(
                    file.name(),
                    "a whole .npz archive",
                    "one that is cut off or damaged (" + e.getMessage() + ")",
                    "Copy or write the file again.");
        }
    }

    private static void requireRoom(ZipEntry entry, long free, String subject) {
        long size = entry.getSize();
        if (size > MOST_ARRAY || size > free) {
            throw new UnusableInputException(
                    subject,
                    "at most " + Math.min(free, MOST_ARRAY) / (1 << 20) + " MiB, half of the memory that Java may use",
                    size / (1 << 20) + " MiB",
                    "Give Java more memory (-Xmx) or use fewer examples.");
        }
        if (size < 0 || entry.getCompressedSize() < size / MOST_DEFLATED - 1) {
            throw damaged(subject, entry.getCompressedSize() + " compressed bytes that claim to be " + size);
        }
    }

    private static NdArray array(ZipFile zip, ZipEntry entry, String subject) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), checksum)) {
            NpyHeader header = NpyHeader.read(in, subject);
            if (header.length() + header.bytes() != entry.getSize()) {
                throw damaged(
                        subject,
                        Math.max(0, entry.getSize() - header.length()) + " bytes where shape " + header.shape()
                                + " needs " + header.bytes());
            }
            byte[] bytes = in.readNBytes(Math.toIntExact(header.bytes()));
            if (bytes.length != header.bytes() || in.read() >= 0) {
                throw damaged(
                        subject, bytes.length + " bytes where shape " + header.shape() + " needs " + header.bytes());
            }
            if (checksum.getValue() != entry.getCrc()) {
                throw damaged(subject, "bytes with another checksum than when it was written");
            }
            return NdArray.of(header, bytes);
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(subject, "compressed bytes that make no sense (" + e.getMessage() + ")");
        }
    }

    private static UnusableInputException damaged(String subject, String found) {
        return new UnusableInputException(subject, "a whole array", found, "Copy or write the file again.");
    }
}
