package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.network.architecture.Architectures;
import dev.plumbline.network.layer.LayerTypes;
import dev.plumbline.network.operator.Operators;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the network that an experiment's {@link ModelPlan} describes, for data of a given shape. */
public final class NetworkFactory {
    private final Operators operators;
    private final LayerTypes layerTypes;
    private final Architectures architectures;
    private final @Nullable ModelSource models;

    public NetworkFactory(Operators operators, LayerTypes layerTypes, Architectures architectures) {
        this(operators, layerTypes, architectures, null);
    }

    private NetworkFactory(
            Operators operators, LayerTypes layerTypes, Architectures architectures, @Nullable ModelSource models) {
        this.operators = operators;
        this.layerTypes = layerTypes;
        this.architectures = architectures;
        this.models = models;
    }

    /** With everything that Plumbline knows; to take model files too, add {@link #reading}. */
    public static NetworkFactory standard() {
        return new NetworkFactory(Operators.standard(), LayerTypes.standard(), Architectures.standard());
    }

    /** This factory, taking model files as well. */
    public NetworkFactory reading(ModelSource source) {
        return new NetworkFactory(operators, layerTypes, architectures, source);
    }

    /**
     * What the model file behind a plan holds, edits not applied; empty where there is no file.
     *
     * @throws UnusableInputException if the file cannot be used, or this factory reads none
     */
    public Optional<ImportedModel> imported(ModelPlan plan) {
        return imported(plan, Map.of());
    }

    /** The same, for data of which an example has these shapes by input. */
    private Optional<ImportedModel> imported(ModelPlan plan, Map<String, Shape> examples) {
        if (!(plan.source() instanceof ModelPlan.File file)) {
            return Optional.empty();
        }
        if (models == null) {
            throw new UnusableInputException(
                    "model.file",
                    "a network of layers or by its architecture",
                    file.path().toString(),
                    "Give the NetworkFactory a reader of model files: `.reading(new ModelFiles())`.");
        }
        return Optional.of(models.readFor(file.path(), examples));
    }

    /**
     * The network, edits applied.
     *
     * @throws UnusableInputException naming the layer, if a layer does not fit what comes before it
     */
    public Network create(Experiment experiment, Schema schema) {
        ModelPlan plan = experiment.model();
        Map<String, Shape> examples = new LinkedHashMap<>();
        schema.inputs().forEach(input -> examples.put(input.name(), input.shape()));
        Network network = imported(plan, examples)
                .map(model -> InputFit.fit(model.network(), schema))
                .orElseGet(() -> layered(experiment, schema));
        for (ModelEdit edit : plan.edits()) {
            network = GraphEdits.apply(edit, network);
        }
        return network;
    }

    private Network layered(Experiment experiment, Schema schema) {
        NetworkBuilder builder = new NetworkBuilder(operators);
        for (InputSchema input : schema.inputs()) {
            builder.input(
                    input.name(), new ValueType(input.dtype(), input.shape().batched()));
        }
        return builder.build(layerTypes.build(schema.inputs().get(0).name(), layers(experiment, schema), builder));
    }

    /** The plan's layers, an architecture written out. */
    public List<LayerSpec> layers(Experiment experiment, Schema schema) {
        if (schema.inputs().size() != 1) {
            throw new UnusableInputException(
                    "data.inputs",
                    "one input for a network of layers",
                    schema.inputs().size() + " inputs",
                    "Name a single array.");
        }
        if (experiment.model().source() instanceof ModelPlan.Layers layers) {
            return layers.layers();
        }
        ModelPlan.Architecture architecture =
                (ModelPlan.Architecture) experiment.model().source();
        boolean oneUnit = schema.outputs() == 2
                && experiment.training().loss().loss().isBinary()
                && experiment.task() == dev.plumbline.experiment.Task.CLASSIFICATION;
        return architectures
                .get(architecture.name())
                .layers(schema, oneUnit ? 1 : schema.outputs(), architecture.settings());
    }
}
