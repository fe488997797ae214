package dev.plumbline.debug;

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
 * An experiment before it runs, with everything that can be read off it.
 *
 * @param network as the experiment describes it, edits applied
 * @param types of all its values
 * @param profile of the data, before normalization
 */
public record Setup(Experiment experiment, Network network, Map<String, ValueType> types, DataProfile profile) {
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
