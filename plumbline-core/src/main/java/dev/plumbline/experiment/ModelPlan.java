package dev.plumbline.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the network comes from, and what is then changed in it. The changes are kept apart so that the same remedy
 * works on a network however it was made.
 */
public record ModelPlan(Source source, List<ModelEdit> edits) {
    public ModelPlan {
        edits = List.copyOf(edits);
    }

    /** A network by the name of its architecture, with that architecture's own settings. */
    public static ModelPlan architecture(String name, Settings settings) {
        return new ModelPlan(new Architecture(name, settings), List.of());
    }

    /** A network written layer by layer. */
    public static ModelPlan layers(List<LayerSpec> layers) {
        return new ModelPlan(new Layers(layers), List.of());
    }

    /** The network of a model file. */
    public static ModelPlan file(Path path) {
        return new ModelPlan(File.of(path), List.of());
    }

    /** This plan with one change more. */
    public ModelPlan with(ModelEdit edit) {
        List<ModelEdit> more = new ArrayList<>(edits);
        more.add(edit);
        return new ModelPlan(source, more);
    }

    /** Where a network comes from. */
    public sealed interface Source {}

    /** One of the registered architectures. */
    public record Architecture(String name, Settings settings) implements Source {}

    /** Layers one after the other. */
    public record Layers(List<LayerSpec> layers) implements Source {
        public Layers {
            layers = List.copyOf(layers);
        }
    }

    /**
     * A file that another program wrote: Keras, ONNX.
     *
     * @param path where it lies
     * @param digest of its content, so that the fingerprint changes with it
     */
    public record File(Path path, String digest) implements Source {
        /** @throws dev.plumbline.UnusableInputException if there is no such file */
        public static File of(Path path) {
            return new File(path, Fingerprint.ofFile(path, "model"));
        }
    }
}
