package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.ModelSource;
import dev.plumbline.network.Network;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads models that Keras wrote: {@code .keras}, whole models in {@code .h5} (Keras 2, tf.keras, Keras 3), and
 * {@code .json} with the weights beside it. Layers keep their names and classes; kernels stand in the order that ONNX
 * operators take; untrained parameters keep their initializers. No code in a file is executed or decoded, nothing is
 * written, and no file is read but the model's own.
 *
 * <pre>{@code
 * ImportedModel model = new KerasReader().read(Path.of("model.keras"));
 * }</pre>
 */
public final class KerasReader implements ModelSource {
    /** Enough for a few strides and poolings one after the other. */
    private static final int ASSUMED = 64;

    /** A reader. */
    public KerasReader() {}

    /**
     * The network that a file holds, its weights, and the settings it was compiled with.
     *
     * @throws UnusableInputException naming the file and the layer, if it cannot be used
     */
    @Override
    public ImportedModel read(Path file) {
        return readFor(file, Map.of());
    }

    @Override
    public ImportedModel readFor(Path file, Map<String, Shape> examples) {
        KerasFile content = KerasContainer.read(file);
        ModelScope model = new ModelScope(content.name(), content.isKeras2(), examples, Shape.UNKNOWN);
        try {
            return read(content, model);
        } catch (UnusableInputException fault) {
            if (!model.leavesSizesOpen()) {
                throw fault;
            }
            return assuming(content, fault);
        }
    }

    /** Some layers cannot be without sizes that only data tell; settings and names can be read all the same. */
    private static ImportedModel assuming(KerasFile content, UnusableInputException fault) {
        ModelScope model = new ModelScope(content.name(), content.isKeras2(), Map.of(), ASSUMED);
        model.note(
                "The file leaves sizes of its inputs open; where no data tell them they are taken as " + ASSUMED + ".");
        try {
            return read(content, model);
        } catch (UnusableInputException other) {
            fault.addSuppressed(other);
            throw fault;
        }
    }

    private static ImportedModel read(KerasFile content, ModelScope model) {
        try {
            Network network = ModelBuilder.build(content, model);
            content.notes().forEach(model::note);
            return CompileSettings.of(content).model(content.format(), network, model.notes());
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            // what the network itself refuses: a name used twice, sizes beyond all numbers
            throw UnusableInputException.because(
                    content.name() + ": expected a model that Keras could build, found one that fits together nowhere ("
                            + e.getMessage() + "). Save the model again with model.save(\"model.keras\").",
                    e);
        }
    }

    /** The class of the model, as messages name it. */
    static String className(JsonNode config) {
        return config.path("class_name").asText("none");
    }
}
