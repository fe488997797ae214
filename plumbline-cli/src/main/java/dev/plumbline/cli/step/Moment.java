package dev.plumbline.cli.step;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.Node;
import java.util.Optional;
import java.util.function.Function;

/**
 * A node that has just run, or that the gradient has just reached.
 *
 * @param backward which of the two
 * @param batch examples in the batch
 * @param names of the network
 * @param look gives what is known by now of a value or a gradient
 */
record Moment(Node node, boolean backward, int batch, Names names, Function<Watched, Optional<Tensor>> look) {
    /** The node's output, or the gradient with respect to the first of its outputs that one flows to. */
    Optional<Tensor> here() {
        return backward
                ? node.outputs().stream()
                        .flatMap(output -> see(Watched.gradient(output)).stream())
                        .findFirst()
                : see(Watched.value(node.output()));
    }

    Optional<Tensor> see(Watched watched) {
        return look.apply(watched);
    }

    /** Whether a value is a node's output rather than an input or a parameter. */
    boolean isMade(String value) {
        return names.place(value) >= 0;
    }
}
