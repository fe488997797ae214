package dev.plumbline.zoo.fault;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.ModelFile;
import java.util.Optional;

/** Rewrites an {@code .onnx} file. */
final class OnnxFile {
    private OnnxFile() {}

    /** Changes the graph; false where it has no place for the fault. */
    @FunctionalInterface
    interface Change {
        boolean of(OnnxGraph graph);
    }

    static Plant graph(Change change) {
        return folder -> changed(folder, change);
    }

    private static Optional<Folder> changed(Folder folder, Change change) {
        ModelFile file = folder.model();
        if (file == null || file.isKeras()) {
            return Optional.empty();
        }
        try {
            ModelProto.Builder model = ModelProto.parseFrom(file.bytes()).toBuilder();
            return change.of(new OnnxGraph(model.getGraphBuilder()))
                    ? Optional.of(folder.with(file.with(model.build().toByteArray())))
                    : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a model of the resources can be read", e);
        }
    }
}
