package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.network.architecture.Architectures;
import dev.plumbline.network.layer.LayerTypes;
import dev.plumbline.network.operator.Operators;
import java.util.List;

/** Makes the network that an experiment's {@link ModelPlan} describes, for data of a given shape. */
public final class NetworkFactory {
    private final Operators operators;
    private final LayerTypes layerTypes;
    private final Architectures architectures;

    public NetworkFactory(Operators operators, LayerTypes layerTypes, Architectures architectures) {
        this.operators = operators;
        this.layerTypes = layerTypes;
        this.architectures = architectures;
    }

    /** With everything that Plumbline knows. */
    public static NetworkFactory standard() {
        return new NetworkFactory(Operators.standard(), LayerTypes.standard(), Architectures.standard());
    }

    /**
     * The network, edits applied.
     *
     * @throws UnusableInputException naming the layer, if a layer does not fit what comes before it
     */
    public Network create(Experiment experiment, Schema schema) {
        ModelPlan plan = experiment.model();
        NetworkBuilder builder = new NetworkBuilder(operators);
        for (InputSchema input : schema.inputs()) {
            builder.input(
                    input.name(), new ValueType(input.dtype(), input.shape().batched()));
        }
        Network network =
                builder.build(layerTypes.build(schema.inputs().get(0).name(), layers(experiment, schema), builder));
        for (ModelEdit edit : plan.edits()) {
            network = GraphEdits.apply(edit, network);
        }
        return network;
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
