package dev.plumbline.cli.step;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.Layer;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is around the place where a session stands. */
final class Surroundings {
    private final Walker walker;

    Surroundings(Walker walker) {
        this.walker = walker;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (walker.reached() > 0) {
            int place = walker.size() - walker.reached();
            lines.add("  the gradient has reached node " + (place + 1) + " of " + walker.size());
            lines.addAll(of(walker.node(place)));
        } else if (walker.done() == 0) {
            lines.add("  before the first of " + Figures.count(walker.size(), "node") + ": "
                    + (walker.size() == 0 ? "there is none" : walker.node(0).name()));
        } else {
            lines.add("  node " + walker.done() + " of " + walker.size() + " has run");
            lines.addAll(of(walker.node(walker.done() - 1)));
        }
        walker.failure().ifPresent(failure -> lines.add("  next, it fails: " + failure.text()));
        lines.add("  batch of step " + walker.batch() + ", " + Figures.count(walker.rows().length, "example")
                + ", " + (walker.training() ? "training" : "evaluation") + " mode; the weights have seen "
                + Figures.count(walker.debugger().step(), "step"));
        return lines;
    }

    private List<String> of(Node node) {
        List<String> lines = new ArrayList<>();
        String type = walker.network().layers().stream()
                .filter(layer -> layer.name().equals(node.layer()))
                .map(Layer::type)
                .findFirst()
                .orElse("");
        lines.add("  operator  " + node.operator() + " of layer " + node.layer()
                + (type.isEmpty() ? "" : " (" + type + ")"));
        lines.addAll(inputs(node));
        for (String output : node.outputs()) {
            if (!output.isEmpty()) {
                value(output).ifPresent(text -> lines.add("  output    " + text));
            }
        }
        return lines;
    }

    /** A line for each input of a node. */
    List<String> inputs(Node node) {
        List<String> lines = new ArrayList<>();
        for (String input : node.inputs()) {
            if (!input.isEmpty()) {
                lines.add("  input     " + value(input).orElse(walker.names().label(input) + ", not computed"));
            }
        }
        return lines;
    }

    private Optional<String> value(String name) {
        Optional<Tensor> value = walker.find(Watched.value(name));
        return value.map(
                tensor -> walker.names().label(name) + "  " + walker.dtype(name, tensor) + " " + Rows.numbers(tensor));
    }
}
