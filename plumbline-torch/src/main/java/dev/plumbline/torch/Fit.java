package dev.plumbline.torch;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Schema;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.torch.Recording.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experiment's network, and how far it fits before anything runs.
 *
 * @param network of layers that do not fit each other, those up to the one that does not fit
 * @param types of all values that are made up to the failure
 * @param compiled null where a node or the loss does not fit
 * @param failure what does not fit; null where all does
 */
record Fit(
        Network network,
        Map<String, ValueType> types,
        @Nullable Compiled compiled,
        @Nullable Failure failure) {
    private static final ShapeInference INFERENCE = new ShapeInference(Operators.standard());

    /** @throws UnusableInputException if not even a beginning can be built */
    static Fit of(Experiment experiment, NetworkFactory networks, Schema schema, Scripts scripts) {
        Network network;
        try {
            network = networks.create(experiment, schema);
        } catch (UnusableInputException fault) {
            return experiment.model().source() instanceof ModelPlan.File
                    ? firstNodes(
                            networks.imported(experiment.model()).orElseThrow().network(), fault)
                    : firstLayers(experiment, networks, schema, fault);
        }
        Map<String, ValueType> types = INFERENCE.infer(network);
        try {
            Compiled compiled = new Compiled(network, experiment.training(), experiment.task(), schema, scripts);
            return new Fit(network, types, compiled, null);
        } catch (UnusableInputException fault) {
            return new Fit(network, types, null, new Failure(null, message(fault)));
        }
    }

    private static String message(UnusableInputException fault) {
        return String.valueOf(fault.getMessage());
    }

    /** A network up to the node that does not fit those before it. */
    private static Fit firstNodes(Network network, UnusableInputException fault) {
        int fitting = fitting(network);
        if (fitting == network.nodes().size()) {
            throw fault;
        }
        Network beginning = Recorder.beginning(network, network.nodes().subList(0, fitting));
        Failure failure = new Failure(network.nodes().get(fitting).name(), message(fault));
        return new Fit(network, INFERENCE.infer(beginning), null, failure);
    }

    /** The network of as many layers as fit each other. */
    private static Fit firstLayers(
            Experiment experiment, NetworkFactory networks, Schema schema, UnusableInputException fault) {
        List<LayerSpec> layers = networks.layers(experiment, schema);
        for (int count = layers.size() - 1; count > 0; count--) {
            Optional<Network> beginning =
                    built(experiment.withModel(ModelPlan.layers(layers.subList(0, count))), networks, schema);
            if (beginning.isPresent()) {
                Network network = beginning.get();
                return new Fit(network, INFERENCE.infer(network), null, new Failure(null, message(fault)));
            }
        }
        throw fault;
    }

    private static Optional<Network> built(Experiment experiment, NetworkFactory networks, Schema schema) {
        try {
            return Optional.of(networks.create(experiment, schema));
        } catch (UnusableInputException fault) {
            return Optional.empty(); // a shorter beginning may fit
        }
    }

    /** How many nodes fit, from the first on. */
    private static int fitting(Network network) {
        int fit = 0;
        int unfit = network.nodes().size() + 1;
        while (unfit - fit > 1) {
            int middle = (fit + unfit) / 2;
            try {
                INFERENCE.infer(Recorder.beginning(network, network.nodes().subList(0, middle)));
                fit = middle;
            } catch (UnusableInputException fault) {
                unfit = middle;
            }
        }
        return fit;
    }
}
