package dev.plumbline.cli.step;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.torch.Recording;
import dev.plumbline.torch.Recording.Failure;
import dev.plumbline.torch.TorchDebugger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is: which step's batch it looks at, how many nodes have run and how many the gradient has reached.
 * The batch goes through the network once, when it is first looked at; walking is along what was recorded.
 */
final class Walker implements AutoCloseable {
    private final TorchDebugger debugger;
    private final Names names;
    private final Breakpoints breakpoints = new Breakpoints();
    private boolean training = true;
    private long batch;
    private int done;
    private int reached;
    private @Nullable Recording recording;

    Walker(TorchDebugger debugger) {
        this.debugger = debugger;
        this.names = new Names(debugger.network());
    }

    TorchDebugger debugger() {
        return debugger;
    }

    Network network() {
        return debugger.network();
    }

    Names names() {
        return names;
    }

    Breakpoints breakpoints() {
        return breakpoints;
    }

    /** The step whose batch is looked at. */
    long batch() {
        return batch;
    }

    /** The examples of the batch, by their number in the train split. */
    long[] rows() {
        return debugger.batch(batch);
    }

    boolean training() {
        return training;
    }

    /** Nodes that have run. */
    int done() {
        return done;
    }

    /** Nodes that the gradient has reached, from the last one. */
    int reached() {
        return reached;
    }

    int size() {
        return network().nodes().size();
    }

    Node node(int place) {
        return network().nodes().get(place);
    }

    /** Starts over with a batch and a mode. */
    void look(long ofStep, boolean inTraining) {
        close();
        batch = ofStep;
        training = inTraining;
        done = 0;
        reached = 0;
    }

    /** As if so many nodes had run and the gradient had reached so many. */
    void stand(int nodes, int gradients) {
        done = nodes;
        reached = gradients;
    }

    Recording recording() {
        if (recording == null) {
            recording = debugger.record(rows(), batch, training);
        }
        return recording;
    }

    /** What fails where the session stands: the next node, or after the last one the loss. */
    Optional<Failure> failure() {
        return recording()
                .failure()
                .filter(f -> done == size()
                        ? f.node() == null || reached > 0
                        : node(done).name().equals(f.node()));
    }

    /** Runs the next node. @return what it shows to breakpoints */
    Moment forward() {
        done++;
        return moment(node(done - 1), false);
    }

    /** Lets the gradient reach the next node on the way back. */
    Moment backward() {
        reached++;
        return moment(node(size() - reached), true);
    }

    private Moment moment(Node node, boolean backward) {
        return new Moment(node, backward, rows().length, names, this::find);
    }

    /** A value or gradient, whether the walk has come to it or not. */
    Optional<Tensor> find(Watched watched) {
        String name = watched.name();
        if (watched.gradient()) {
            return recording().gradient(name);
        }
        Map<String, Tensor> parameters = debugger.parameters();
        if (parameters.containsKey(name)) {
            return Optional.of(parameters.get(name));
        }
        Optional<Tensor> value = recording().value(name);
        if (value.isPresent() || names.place(name) >= 0) {
            return value;
        }
        return name.equals(Names.TARGETS)
                ? Optional.of(debugger.targets(rows()))
                : recording().loss().stream()
                        .mapToObj(loss -> (Tensor) FloatTensor.of(new float[] {(float) loss}))
                        .findFirst();
    }

    /**
     * A value or gradient that the walk has come to.
     *
     * @throws dev.plumbline.UnusableInputException where it has not, or where there is none
     */
    Tensor seen(String command, Watched watched) {
        int place = names.place(watched.name());
        boolean loss = place < 0
                && watched.name().equals(Names.LOSS)
                && !debugger.parameters().containsKey(Names.LOSS);
        if (watched.gradient() && reached < (place < 0 ? size() : size() - place)) {
            throw WrongCommand.of(
                    command,
                    "a gradient that has been computed",
                    watched + ", which is still to come",
                    "`backward` computes it.");
        }
        if (!watched.gradient() && (place >= done || (loss && done < size()))) {
            throw WrongCommand.of(
                    command,
                    "a node that has run",
                    watched + (place < 0 ? "" : ", node " + (place + 1) + " of " + size()) + ", which is still to come",
                    "`forward " + ((place < 0 ? size() : place + 1) - done) + "` runs it.");
        }
        return find(watched)
                .orElseThrow(() -> WrongCommand.of(
                        command,
                        watched.gradient() ? "something that the loss depends on" : "something that was computed",
                        watched.toString(),
                        watched.gradient() ? "No gradient flows there." : "`where` shows what failed."));
    }

    /** The element type as the network has it: a truth is held as a whole number here. */
    String dtype(String name, Tensor tensor) {
        return Optional.ofNullable(debugger.types().get(name))
                .map(type -> type.dtype().label())
                .orElse(tensor.dtype().label());
    }

    /** Examples of the train split that rows of a batch are. */
    List<Long> examples() {
        return java.util.Arrays.stream(rows()).boxed().toList();
    }

    @Override
    public void close() {
        if (recording != null) {
            recording.close();
            recording = null;
        }
    }
}
