package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of an ONNX file as protobuf's objects. Weights stay where they are: in the mapped file. */
final class OnnxFile {
    /** Protobuf's own limit on a message. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    /** Graphs within graphs: a message takes about three levels, and no exporter nests deeper than a dozen graphs. */
    private static final int MOST_NESTING = 100;

    private OnnxFile() {}

    /** @throws UnusableInputException if it is not there, too large, or no ONNX model */
    static ModelProto read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > MOST_BYTES) {
                throw new UnusableInputException(
                        file.toString(),
                        "at most 2 GiB, protobuf's limit",
                        size / (1 << 20) + " MiB",
                        "Save the weights beside it: onnx.save(model, path, save_as_external_data=True).");
            }
            return parse(channel.map(FileChannel.MapMode.READ_ONLY, 0, size), file.toString());
        } catch (NoSuchFileException e) {
            throw UnusableInputException.because(file + ": no such file. Correct the path.", e);
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
            throw UnusableInputException.because(
                    file + ": expected an ONNX model that can be read, found one that cannot (" + why
                            + "). Correct the path or its permissions.",
                    e);
        }
    }

    /** @param subject what messages call it */
    static ModelProto parse(ByteBuffer bytes, String subject) {
        ModelProto model;
        try {
            ByteString all = UnsafeByteOperations.unsafeWrap(bytes);
            CodedInputStream in = all.newCodedInput();
            in.enableAliasing(true);
            in.setRecursionLimit(MOST_NESTING);
            model = ModelProto.parseFrom(in);
            in.checkLastTagWas(0);
        } catch (InvalidProtocolBufferException e) {
            throw broken(subject, bytes, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            throw broken(subject, bytes, e.getClass().getSimpleName());
        }
        if (!model.hasGraph() || model.getGraph().getOutputCount() == 0) {
            throw broken(subject, bytes, "no graph with an output");
        }
        return model;
    }

    private static UnusableInputException broken(String subject, ByteBuffer bytes, String why) {
        return new UnusableInputException(
                subject,
                "an ONNX model",
                kind(bytes, why),
                "Export the model again: torch.onnx.export(model, example, \"model.onnx\").");
    }

    private static String kind(ByteBuffer bytes, String why) {
        byte[] head = new byte[Math.min(64, bytes.limit())];
        bytes.duplicate().position(0).get(head);
        String text = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (head.length == 0) {
            return "an empty file";
        }
        if (text.startsWith("PK")) {
            return "a zip archive (a PyTorch, Keras or NumPy file)";
        }
        if (text.startsWith("\u0080")) {
            return "a Python pickle, which is never opened";
        }
        if (text.startsWith("\u0089HDF")) {
            return "an HDF5 file (Keras)";
        }
        if (text.stripLeading().startsWith("<")) {
            return "an HTML or XML page (a download that went wrong?)";
        }
        if (text.startsWith("version https://git-lfs")) {
            return "a Git LFS pointer instead of the file (run `git lfs pull`)";
        }
        if (head.length > 9 && head[6] == 0 && head[7] == 0 && head[8] == '{') {
            return "safetensors, which hold weights without a network";
        }
        return "one that is cut off or damaged (" + why + ")";
    }
}
