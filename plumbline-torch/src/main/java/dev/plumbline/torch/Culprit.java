package dev.plumbline.torch;

import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names what made a loss NaN or infinite: the first tensor, in order of computation, that is not finite. */
final class Culprit {
    private static final Set<String> STEEP =
            Set.of("Sqrt", "Log", "Pow", "Div", "Reciprocal", "Acos", "Asin", "Atanh", "ReduceL2");

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
            Optional<NodeView> steep = steep(snapshot);
            String where = steep.map(n -> "; behind it stands node " + n.node() + " (" + n.operator()
                            + "), whose slope is infinite at the edge of its domain")
                    .orElse("");
            return new Outcome.NotFinite(
                    snapshot.step(),
                    steep.map(NodeView::node).orElse(maker),
                    what + ": parameter " + parameter.get().parameter()
                            + " was no longer finite after the update of step " + (snapshot.step() - 1) + before
                            + where);
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

    /**
     * The node that may have made the gradient of all parameters before it NaN, though its own values were finite: a
     * gradient flows backwards, so it stands behind the last parameter that was spoilt.
     */
    private static Optional<NodeView> steep(Snapshot snapshot) {
        Set<String> spoilt = snapshot.parameters().stream()
                .filter(p -> !p.value().isFinite())
                .map(ParameterView::layer)
                .collect(Collectors.toSet());
        int last = -1;
        for (int i = 0; i < snapshot.nodes().size(); i++) {
            last = spoilt.contains(snapshot.nodes().get(i).layer()) ? i : last;
        }
        return snapshot.nodes().stream()
                .skip(last < 0 ? 0 : firstOfLayer(snapshot, last))
                .filter(n -> STEEP.contains(n.operator()))
                .findFirst();
    }

    private static int firstOfLayer(Snapshot snapshot, int at) {
        String layer = snapshot.nodes().get(at).layer();
        int first = at;
        while (first > 0 && snapshot.nodes().get(first - 1).layer().equals(layer)) {
            first--;
        }
        return first;
    }

    private static String name(float loss) {
        return Float.isNaN(loss) ? "NaN" : "infinite";
    }
}
