package dev.plumbline.debug;

import dev.plumbline.data.Dataset;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import dev.plumbline.start.DataProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment with everything that can be read off it, and what has been seen of it so far.
 *
 * @param network as the experiment describes it, edits applied
 * @param types of all its values
 * @param profile of the data, before normalization
 * @param dataset the arrays, before normalization
 */
public record Setup(
        Experiment experiment,
        Network network,
        Map<String, ValueType> types,
        DataProfile profile,
        Dataset dataset,
        Observed observed) {
    /** Before anything has run. */
    public Setup(
            Experiment experiment,
            Network network,
            Map<String, ValueType> types,
            DataProfile profile,
            Dataset dataset) {
        this(experiment, network, types, profile, dataset, Observed.NOTHING);
    }

    /** The same, with more seen. */
    public Setup with(Observed changed) {
        return new Setup(experiment, network, types, profile, dataset, changed);
    }

    /** The node that makes what the loss sees. */
    public Optional<Node> outputNode() {
        return network.maker(network.output());
    }

    /** Nodes of the operators that do not make the output. */
    public List<Node> hidden(String... operators) {
        List<String> wanted = List.of(operators);
        return network.nodes().stream()
                .filter(n -> wanted.contains(n.operator()) && !n.output().equals(network.output()))
                .toList();
    }

    /** Kernels, recurrent weights and embeddings: what an initializer is chosen for. */
    public List<Parameter> matrices() {
        return network.parameters().stream()
                .filter(p ->
                        p.role() == Parameter.Role.WEIGHT && p.type().shape().rank() > 1)
                .toList();
    }

    /** The train split's first input. */
    public DataProfile.InputProfile input() {
        return profile.train().inputs().get(0);
    }
}
