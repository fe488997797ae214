package dev.plumbline.torch;

import ai.djl.ndarray.NDManager;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.CachedData;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Preparation;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import dev.plumbline.torch.Recording.Failure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experiment opened for a look inside: the first weights, batches, random numbers and updates are those of a
 * training run with its seed, but it goes on only when told to, and every value of a batch can be seen. A network that
 * does not fit can be opened too, and be looked at up to where it fails.
 *
 * <pre>{@code
 * try (TorchDebugger debugger = TorchDebugger.open(source, networks, experiment, TorchSettings.standard());
 *         Recording recording = debugger.record(debugger.batch(0), 0, true)) {
 *     Tensor logits = recording.value(debugger.network().output()).orElseThrow();
 * }
 * }</pre>
 */
public final class TorchDebugger implements AutoCloseable {
    private final Experiment experiment;
    private final Network network;
    private final Libtorch libtorch;
    private final Scripts scripts = new Scripts();
    private final Dataset raw;
    private final Dataset prepared;
    private final Seeds seeds;
    private final BatchOrder order;
    private final Fit fit;
    private final NDManager memory;
    private Desk desk;
    private @Nullable Stepper stepper;
    private @Nullable Prober prober;
    private @Nullable Map<String, Tensor> parameters;
    private int orderedEpoch = -1;
    private int steppersEpoch = -1;
    private long[] ordered = new long[0];
    private long step;

    /** What training changes, set up anew by a reset. */
    private record Desk(NDManager memory, Weights weights, Examples train) {}

    private TorchDebugger(DataSource source, NetworkFactory networks, Experiment experiment, TorchSettings settings) {
        this.experiment = experiment;
        this.libtorch = new Libtorch(settings);
        this.raw = source.load(experiment.data(), experiment.task());
        this.prepared = Preparation.of(source, experiment).dataset();
        this.fit = Fit.of(experiment, networks, raw.schema(), scripts);
        this.network = fit.network();
        if (fit.compiled() != null) {
            Usable.check(prepared, fit.compiled());
        }
        TrainingPlan plan = experiment.training();
        this.seeds = new Seeds(plan.seed());
        boolean normalizes = network.nodes().stream().anyMatch(n -> n.operator().equals("BatchNormalization"));
        this.order = new BatchOrder(raw.train().size(), plan.batchSize(), plan.shuffle(), normalizes, seeds);
        libtorch.prepareThread();
        this.memory = libtorch.memory();
        this.desk = desk();
    }

    /**
     * Opens an experiment: reads its data, builds its network and draws its first weights.
     *
     * @throws UnusableInputException if the data or settings cannot be used
     */
    public static TorchDebugger open(
            DataSource source, NetworkFactory networks, Experiment experiment, TorchSettings settings) {
        return new TorchDebugger(new CachedData(source), networks, experiment, settings);
    }

    private Wiring wiring() {
        Compiled compiled = fit.compiled();
        return compiled == null ? Wiring.of(network) : compiled.wiring();
    }

    private Desk desk() {
        NDManager scope = memory.newSubManager();
        Layouts layouts =
                fit.compiled() == null ? Layouts.of(network) : fit.compiled().layouts();
        Weights weights = new Weights(wiring(), layouts, seeds, scope);
        return new Desk(
                scope, weights, Examples.of(prepared.train(), raw.train().targets(), scope));
    }

    /** The experiment. */
    public Experiment experiment() {
        return experiment;
    }

    /** Its network, every node as it is written. */
    public Network network() {
        return network;
    }

    /** What is known of values before anything runs, as far as the nodes fit. */
    public Map<String, ValueType> types() {
        return fit.types();
    }

    /** What does not fit before anything runs: a node, or the loss. */
    public Optional<Failure> unfit() {
        return Optional.ofNullable(fit.failure());
    }

    /** Examples of the train split. */
    public int examples() {
        return order.examples();
    }

    /** Training steps in an epoch. */
    public long stepsPerEpoch() {
        return order.stepsPerEpoch();
    }

    /** Training steps that the plan has. */
    public long totalSteps() {
        return order.stepsPerEpoch() * experiment.training().epochs();
    }

    /** The training step that comes next, counted from 0. */
    public long step() {
        return step;
    }

    /** The examples that a training step sees, by their number in the train split. */
    public long[] batch(long ofStep) {
        long[] epoch = epoch(Math.toIntExact(ofStep / order.stepsPerEpoch()));
        int low = Math.toIntExact(ofStep % order.stepsPerEpoch()) * order.batchSize();
        return Arrays.copyOfRange(epoch, low, Math.min(low + order.batchSize(), epoch.length));
    }

    private long[] epoch(int epoch) {
        if (orderedEpoch != epoch) {
            ordered = order.epochs(epoch, 1);
            orderedEpoch = epoch;
        }
        return ordered;
    }

    /**
     * Sends a batch through the network with the weights as they are, forward and backward; nothing is changed by it.
     *
     * @param rows examples of the train split
     * @param ofStep the step whose random numbers (dropout) are drawn
     * @param training in training mode, else in evaluation mode
     */
    public Recording record(long[] rows, long ofStep, boolean training) {
        libtorch.prepareThread();
        Compiled compiled = fit.compiled();
        return new Recorder(
                        network,
                        wiring(),
                        desk.weights(),
                        desk.train(),
                        scripts,
                        compiled == null ? null : compiled.objective(),
                        fit.failure())
                .record(rows, seeds.step(ofStep), training, desk.memory());
    }

    /** The targets of some examples of the train split, as the loss sees them. */
    public Tensor targets(long[] rows) {
        return prepared.train()
                .targets()
                .rows(Arrays.stream(rows).mapToInt(Math::toIntExact).toArray());
    }

    /** Every parameter's values as they are now, in the network's own layout; constants too. */
    public Map<String, Tensor> parameters() {
        if (parameters == null) {
            Map<String, Tensor> values = new LinkedHashMap<>(desk.weights().read());
            for (Parameter parameter : network.parameters()) {
                if (parameter.values() != null) {
                    values.putIfAbsent(parameter.name(), parameter.values());
                }
            }
            parameters = values;
        }
        return parameters;
    }

    /**
     * Trains for some steps, no further than the plan goes.
     *
     * @return a loss for each step; one that is not finite is the last, and its step's update was not made, so that it
     *     comes again
     * @throws UnusableInputException if the network cannot be trained
     */
    public float[] train(int steps) {
        libtorch.prepareThread();
        Curve losses = new Curve();
        long end = Math.min(totalSteps(), step + steps);
        try {
            boolean finite = true;
            while (step < end && finite) {
                float[] made = chunk(end);
                losses.add(made);
                finite = Float.isFinite(made[made.length - 1]);
                step += finite ? made.length : made.length - 1;
                parameters = null;
            }
        } catch (ScriptFault fault) {
            throw failed(fault);
        }
        return losses.toArray();
    }

    /** Steps of one epoch. */
    private float[] chunk(long end) {
        int epoch = Math.toIntExact(step / order.stepsPerEpoch());
        long start = epoch * order.stepsPerEpoch();
        if (steppersEpoch != epoch) {
            stepper().order(epoch(epoch));
            steppersEpoch = epoch;
        }
        long count = Math.min(Pace.MOST, Math.min(end, start + order.stepsPerEpoch()) - step);
        return stepper().steps(step, Math.toIntExact(count), start, desk.memory());
    }

    private Stepper stepper() {
        if (stepper == null) {
            stepper = new Stepper(
                    compiled(), desk.weights(), desk.train(), experiment.training(), order, 1, desk.memory());
        }
        return stepper;
    }

    /**
     * Every node and parameter in the step that comes next, reduced to a few numbers: quicker than a recording where
     * many steps are looked through.
     *
     * @throws UnusableInputException if an operator fails
     */
    public Snapshot look() {
        libtorch.prepareThread();
        try {
            Prober looking = prober;
            if (looking == null) {
                looking = new Prober(compiled(), desk.weights(), desk.train(), seeds);
                prober = looking;
            }
            return looking.look(step, batch(step), desk.memory());
        } catch (ScriptFault fault) {
            throw failed(fault);
        }
    }

    private Compiled compiled() {
        Compiled compiled = fit.compiled();
        if (compiled == null) {
            throw new UnusableInputException(
                    "a training step",
                    "a network that fits",
                    "one that fails: " + Objects.requireNonNull(fit.failure()).text(),
                    "`run` goes to where it fails.");
        }
        return compiled;
    }

    private UnusableInputException failed(ScriptFault fault) {
        String place = fault.node() == null ? "the network" : "node " + fault.node();
        return UnusableInputException.because(
                "step " + step + ": " + place + " failed: " + fault.getMessage() + ". `run` goes to where it fails.",
                fault);
    }

    /** Back to the first weights and the first step. Recordings made before are freed. */
    public void reset() {
        libtorch.prepareThread();
        desk.memory().close();
        desk = desk();
        stepper = null;
        prober = null;
        steppersEpoch = -1;
        parameters = null;
        step = 0;
    }

    @Override
    public void close() {
        memory.close();
        scripts.close();
    }
}
