package dev.plumbline.cli.step;

import dev.plumbline.data.Tensor;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Node;
import dev.plumbline.torch.TorchDebugger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Goes on to the first NaN or infinity: the rest of the batch at hand, then one training step after the other, every
 * value and gradient looked at before the step is made.
 */
final class NanHunt {
    private final Walker walker;
    private final BooleanSupplier stop;

    NanHunt(Walker walker, BooleanSupplier stop) {
        this.walker = walker;
        this.stop = stop;
    }

    /** @param most training steps */
    List<String> run(int most) {
        List<String> here = inBatch();
        if (!here.isEmpty()) {
            return here;
        }
        TorchDebugger debugger = walker.debugger();
        long begun = debugger.step();
        while (debugger.step() < debugger.totalSteps() && debugger.step() - begun < most && !stop.getAsBoolean()) {
            Optional<String> parameter = notFinite(debugger.look());
            if (parameter.isPresent()) {
                walker.look(debugger.step(), true);
                List<String> lines = inBatch();
                if (lines.isEmpty()) {
                    walker.stand(walker.size(), walker.size());
                    return List.of("  step " + debugger.step() + ", " + parameter.get());
                }
                return lines;
            }
            debugger.train(1);
        }
        walker.look(Math.min(debugger.step(), debugger.totalSteps() - 1), true);
        return List.of("  no NaN and no infinity in " + Figures.count(debugger.step() - begun, "training step")
                + " up to step " + debugger.step()
                + (debugger.step() == debugger.totalSteps() ? ", the plan's last" : ""));
    }

    /** What in a step is not finite, wherever it is. */
    private static Optional<String> notFinite(Snapshot snapshot) {
        for (NodeView node : snapshot.nodes()) {
            if (!node.value().isFinite()) {
                return Optional.of(node.node());
            }
        }
        for (ParameterView parameter : snapshot.parameters()) {
            if (!parameter.value().isFinite()) {
                return Optional.of("parameter " + parameter.parameter() + " is not finite");
            }
            if (parameter.gradient() != null && !parameter.gradient().isFinite()) {
                return Optional.of("the gradient of parameter " + parameter.parameter() + " is not finite");
            }
        }
        for (NodeView node : snapshot.nodes()) {
            if (node.gradient() != null && !node.gradient().isFinite()) {
                return Optional.of("gradient of " + node.node());
            }
        }
        return Optional.empty();
    }

    /** From where the session stands to the end of its batch, forward and backward; empty where all is finite. */
    private List<String> inBatch() {
        for (int place = walker.done(); place < walker.size(); place++) {
            Node node = walker.node(place);
            Optional<Tensor> value = broken(Watched.value(node.output()));
            if (value.isPresent()) {
                walker.stand(place + 1, 0);
                return told(new Blame(walker).value(node, value.get()));
            }
            if (walker.find(Watched.value(node.output())).isEmpty()) {
                return List.of(); // it fails there, which training will say
            }
        }
        for (int place = walker.size() - 1 - walker.reached(); place >= 0; place--) {
            Node node = walker.node(place);
            Optional<Tensor> gradient = node.outputs().stream()
                    .flatMap(output -> broken(Watched.gradient(output)).stream())
                    .findFirst();
            if (gradient.isPresent()) {
                walker.stand(walker.size(), walker.size() - place);
                return new Blame(walker).gradient(node, gradient.get());
            }
        }
        return List.of();
    }

    private Optional<Tensor> broken(Watched watched) {
        return walker.find(watched).filter(t -> !Statistics.of(t).isFinite());
    }

    /** Adds whether the loss is harmed by it. */
    private List<String> told(List<String> lines) {
        List<String> more = new ArrayList<>(lines);
        walker.recording()
                .loss()
                .ifPresent(loss -> more.add("  the loss of this batch is " + Figures.of(loss)
                        + (Double.isFinite(loss) ? ": it does not show there" : "")));
        return more;
    }
}
