package dev.plumbline.torch;

import ai.djl.ndarray.NDManager;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.CachedData;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Preparation;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Machine;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs experiments in this process, on libtorch. Loading the native library takes about a second, once a process; the
 * first time on a machine its files are unpacked into {@code ~/.djl.ai}. Nothing is downloaded.
 *
 * <p>Runs may go on side by side in several threads. Equal experiments give equal runs bit for bit, as long as the
 * number of threads is the same.
 *
 * <pre>{@code
 * try (Lab lab = new TorchLab(source, NetworkFactory.standard(), TorchSettings.standard())) {
 *     Run run = lab.run(experiment, RunRequest.full(Budget.of(Duration.ofMinutes(1))), Observer.SILENT);
 * }
 * }</pre>
 */
public final class TorchLab implements Lab {
    private final DataSource source;
    private final NetworkFactory networks;
    private final TorchSettings settings;
    private final Libtorch libtorch;
    private final Scripts scripts = new Scripts();

    /**
     * Loads libtorch.
     *
     * @param source where data come from
     * @param networks how an experiment's model becomes a network
     */
    public TorchLab(DataSource source, NetworkFactory networks, TorchSettings settings) {
        this.source = new CachedData(source);
        this.networks = networks;
        this.settings = settings;
        this.libtorch = new Libtorch(settings);
    }

    @Override
    public Dataset data(Experiment experiment) {
        return source.load(experiment.data(), experiment.task());
    }

    @Override
    public Network network(Experiment experiment) {
        return networks.create(experiment, data(experiment).schema());
    }

    @Override
    public Machine machine() {
        return new Machine("libtorch " + libtorch.version(), "cpu", settings.threads(), Memory.available());
    }

    @Override
    public Run run(Experiment experiment, RunRequest request, Observer observer) {
        Dataset raw = data(experiment);
        Preparation preparation = Preparation.of(source, experiment);
        Dataset data = preparation.dataset();
        Network network = networks.create(experiment, raw.schema());
        TrainingPlan plan = experiment.training();
        Compiled compiled = new Compiled(network, plan, experiment.task(), raw.schema(), scripts);
        check(data, plan, compiled);
        long started = System.nanoTime();
        libtorch.prepareThread();
        Run.Provenance provenance = new Run.Provenance(experiment.fingerprint(), raw.digest(), version(), machine());
        Seeds seeds = new Seeds(plan.seed());
        try (NDManager memory = libtorch.memory()) {
            Weights weights = new Weights(compiled.wiring(), compiled.layouts(), seeds, memory);
            Examples train = Examples.of(data.train(), raw.train().targets(), memory);
            BatchOrder order =
                    new BatchOrder(train.size(), plan.batchSize(), plan.shuffle(), compiled.normalizesBatches(), seeds);
            Evaluator evaluator = new Evaluator(
                    compiled, weights, experiment.task(), plan.loss().loss(), preparation.normalizer());
            Measurements measurements = request.followValidation()
                    ? new Measurements(evaluator, weights, experiment, raw, data, memory)
                    : null;
            Stepper stepper =
                    new Stepper(compiled, weights, train, plan, order, order.stepsPerEpoch() * plan.epochs(), memory);
            Training training = new Training(
                    plan,
                    request,
                    observer,
                    order,
                    stepper,
                    new Prober(compiled, weights, train, seeds),
                    measurements,
                    evaluator,
                    train,
                    weights,
                    memory);
            Outcome outcome = training.run();
            Optional<Map<String, Tensor>> best = measurements == null ? Optional.empty() : measurements.kept();
            best.ifPresent(weights::write);
            Map<SplitName, Predictions> predictions = predictions(request, raw, data, evaluator, outcome, memory);
            return new Run(
                    experiment,
                    outcome,
                    training.trace(),
                    predictions,
                    best.orElseGet(weights::read),
                    Duration.ofNanos(System.nanoTime() - started),
                    training.steps(),
                    provenance);
        } catch (ScriptFault fault) {
            return failed(experiment, fault, started, provenance);
        }
    }

    /** A network that libtorch does not even take. */
    private static Run failed(Experiment experiment, ScriptFault fault, long started, Run.Provenance provenance) {
        String place = fault.node() == null ? "the network" : "node " + fault.node();
        return new Run(
                experiment,
                new Outcome.Failed(fault.node(), place + " could not be run by libtorch: " + fault.getMessage()),
                new dev.plumbline.lab.Trace(new float[0], List.of(), List.of()),
                Map.of(),
                Map.of(),
                Duration.ofNanos(System.nanoTime() - started),
                0,
                provenance);
    }

    private static Map<SplitName, Predictions> predictions(
            RunRequest request, Dataset raw, Dataset data, Evaluator evaluator, Outcome outcome, NDManager memory) {
        Map<SplitName, Predictions> predictions = new EnumMap<>(SplitName.class);
        if (outcome instanceof Outcome.Failed) {
            return predictions;
        }
        for (SplitName name : request.predict()) {
            Optional<Split> split = raw.split(name);
            if (split.isPresent() && split.get().size() > 0) {
                Split prepared = data.split(name).orElseThrow();
                try (NDManager scope = memory.newSubManager()) {
                    predictions.put(
                            name,
                            evaluator.predict(Examples.of(prepared, split.get().targets(), scope), scope));
                }
            }
        }
        return predictions;
    }

    private static void check(Dataset data, TrainingPlan plan, Compiled compiled) {
        int examples = data.train().size();
        if (examples == 0) {
            throw new UnusableInputException(
                    "the train split", "at least one example", "none", "Check `data.train` and `data.classes`.");
        }
        if (plan.batchSize() > examples) {
            throw new UnusableInputException(
                    "training.batch-size",
                    "at most the " + examples + " examples of the train split",
                    String.valueOf(plan.batchSize()),
                    "Choose a smaller batch.");
        }
        int classes = compiled.loss().classCount();
        for (Map.Entry<SplitName, Split> entry : data.splits().entrySet()) {
            if (classes > 0 && entry.getValue().targets() instanceof LongTensor targets) {
                for (long target : targets.values()) {
                    if (target < 0 || target >= classes) {
                        throw new UnusableInputException(
                                "the network's output",
                                "a unit for each class, also for class " + target + " of the " + entry.getKey()
                                        + " split",
                                classes + " units",
                                "Give the last layer more units.");
                    }
                }
            }
        }
        List<String> inputs = compiled.wiring().inputs();
        if (inputs.size() != data.train().inputs().size()) {
            throw new UnusableInputException(
                    "the network's inputs",
                    "as many as the data has: " + data.train().inputs().size(),
                    inputs.toString(),
                    "Name the arrays under `data.inputs`.");
        }
    }

    private static String version() {
        String version = TorchLab.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void close() {
        scripts.close();
    }
}
