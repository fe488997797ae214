package dev.plumbline.cli.step;

import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.torch.Recording.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that walk along the network: forward, backward, and where the walk is. */
final class MovingCommands {
    private final Walker walker;
    private final Rows rows;

    MovingCommands(Walker walker) {
        this.walker = walker;
        this.rows = new Rows(walker);
    }

    List<Command> list() {
        return List.of(
                Command.of("forward f next n", "forward [N]", "run the next node, or the next N", this::forward),
                Command.of("run r", "run", "run on to the next breakpoint, or to the loss", this::run),
                Command.of(
                        "backward b",
                        "backward [N]",
                        "take the gradient back from the loss to the inputs, or through the next N nodes only",
                        this::backward),
                Command.of(
                        "where w", "where", "the node that has just run: layer, operator, inputs, output", this::where),
                Command.of(
                        "list l",
                        "list",
                        "all nodes: + has run, > the last that ran, < its gradient is known, x fails, b breakpoint",
                        this::list));
    }

    private List<String> forward(String rest) {
        return forward(WrongCommand.number("forward", rest, 1), true);
    }

    private List<String> run(String rest) {
        WrongCommand.none("run", rest);
        return forward(walker.size(), false);
    }

    private List<String> forward(int count, boolean each) {
        if (walker.done() == walker.size() && walker.failure().isEmpty()) {
            return List.of(
                    "  every node has run; " + loss() + ". `backward` takes the gradient back, `batch` starts over.");
        }
        List<String> lines = new ArrayList<>();
        Optional<String> stop = Optional.empty();
        int before = walker.done();
        while (walker.done() < walker.size()
                && walker.done() - before < count
                && stop.isEmpty()
                && walker.failure().isEmpty()) {
            Moment moment = walker.forward();
            stop = walker.breakpoints().hit(moment);
            if (each || stop.isPresent() || walker.done() == walker.size()) {
                lines.add(rows.value(moment.node()));
            }
        }
        stop.ifPresent(why -> lines.add("  " + why));
        boolean wantsMore = walker.done() - before < count && stop.isEmpty();
        if (walker.failure().isPresent() && (wantsMore || walker.done() == walker.size())) {
            lines.addAll(failure(walker.failure().get()));
        } else if (walker.done() == walker.size()) {
            lines.add("  " + loss());
        }
        return lines;
    }

    private String loss() {
        return "loss " + Figures.of(walker.recording().loss().orElse(Double.NaN));
    }

    /** What failed, and what it was given. */
    private List<String> failure(Failure failure) {
        if (failure.node() == null || walker.done() == walker.size()) {
            return List.of("  after the last node it fails: " + failure.text());
        }
        List<String> lines = new ArrayList<>();
        Node node = walker.node(walker.done());
        lines.add("  " + rows.place(walker.done()) + "  " + node.name() + " (layer " + node.layer() + ", "
                + node.operator() + ") fails: " + failure.text());
        lines.addAll(new Surroundings(walker).inputs(node));
        return lines;
    }

    private List<String> backward(String rest) {
        int count = WrongCommand.number("backward", rest, walker.size());
        List<String> lines = new ArrayList<>();
        if (walker.recording().failure().isPresent()) {
            throw WrongCommand.of(
                    "backward",
                    "a batch that goes through",
                    "a failure: " + walker.recording().failure().get().text(),
                    "`run` goes to where it fails.");
        }
        if (walker.reached() == walker.size()) {
            return List.of("  the gradient is back at the inputs. `print grad NAME` shows it, `batch` starts over.");
        }
        if (walker.done() < walker.size()) {
            walker.stand(walker.size(), 0);
            lines.add("  first forward to the end: " + loss());
        }
        Optional<String> stop = Optional.empty();
        for (int i = 0; i < count && walker.reached() < walker.size() && stop.isEmpty(); i++) {
            Moment moment = walker.backward();
            lines.add(rows.gradient(moment.node()));
            stop = walker.breakpoints().hit(moment);
        }
        stop.ifPresent(why -> lines.add("  " + why));
        if (walker.reached() == walker.size()) {
            walker.network().inputs().keySet().forEach(input -> lines.add(rows.gradientOf(input)));
            lines.add("  parameters");
            for (Parameter parameter : walker.network().parameters()) {
                if (parameter.isLearnable()) {
                    lines.add(rows.gradientOf(parameter.name()) + (parameter.trainable() ? "" : " (frozen)"));
                }
            }
        }
        return lines;
    }

    private List<String> where(String rest) {
        WrongCommand.none("where", rest);
        return new Surroundings(walker).lines();
    }

    private List<String> list(String rest) {
        WrongCommand.none("list", rest);
        List<String> lines = new ArrayList<>();
        for (int place = 0; place < walker.size(); place++) {
            Node node = walker.node(place);
            String type = Optional.ofNullable(walker.debugger().types().get(node.output()))
                    .map(Object::toString)
                    .orElse("does not fit");
            lines.add(" " + mark(place) + (walker.breakpoints().isAt(node.name()) ? "b" : " ") + rows.label(node) + type
                    + "  layer " + node.layer());
        }
        return lines;
    }

    private String mark(int place) {
        boolean fails = walker.done() == place && walker.failure().isPresent();
        return fails
                ? "x"
                : place >= walker.size() - walker.reached()
                        ? "<"
                        : place == walker.done() - 1 ? ">" : place < walker.done() ? "+" : " ";
    }
}
