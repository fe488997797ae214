package dev.plumbline.torch;

import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.Optional;

/** Names what made a loss NaN or infinite: the first tensor, in order of computation, that is not finite. */
final class Culprit {
    private Culprit() {}

    static Outcome.NotFinite of(Snapshot snapshot, float loss, float[] losses) {
        String what = "the loss became " + name(loss) + " in step " + snapshot.step();
        Optional<ParameterView> parameter = snapshot.parameters().stream()
                .filter(p -> !p.value().isFinite())
                .findFirst();
        Optional<NodeView> node =
                snapshot.nodes().stream().filter(n -> !n.value().isFinite()).findFirst();
        String maker = node.map(NodeView::node).orElse(null);
        if (parameter.isPresent()) {
            String before = losses.length > 1 ? ", whose loss was " + losses[losses.length - 2] : "";
            return new Outcome.NotFinite(
                    snapshot.step(),
                    maker,
                    what + ": parameter " + parameter.get().parameter()
                            + " was no longer finite after the update of the" + " step before" + before);
        }
        if (node.isPresent()) {
            NodeView first = node.get();
            return new Outcome.NotFinite(
                    snapshot.step(),
                    maker,
                    what + ": node " + first.node() + " is the first whose output is not finite, "
                            + first.value().nans() + " NaN and "
                            + first.value().infinities() + " infinite of "
                            + first.shape().elements() + " values");
        }
        return new Outcome.NotFinite(
                snapshot.step(),
                null,
                what + ": every node's output is finite, so the loss itself or the targets made it");
    }

    private static String name(float loss) {
        return Float.isNaN(loss) ? "NaN" : "infinite";
    }
}
