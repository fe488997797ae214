package dev.plumbline.torch;

import ai.djl.ndarray.NDManager;
import dev.plumbline.data.CachedData;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Preparation;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.TargetSchema;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Machine;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Trace;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.Node;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private record Digested(Dataset dataset, String digest) {}

    private final DataSource source;
    private final NetworkFactory networks;
    private final TorchSettings settings;
    private final Libtorch libtorch;
    private final Scripts scripts = new Scripts();
    private @Nullable Digested digested;

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
    public Optional<ImportedModel> imported(ModelPlan plan) {
        return networks.imported(plan);
    }

    @Override
    public Optional<Lab> reading(DataSource other) {
        return Optional.of(new TorchLab(other, networks, settings));
    }

    @Override
    public Machine machine() {
        return new Machine("libtorch " + libtorch.version(), "cpu", settings.threads(), Memory.available());
    }

    @Override
    public Run run(Experiment experiment, RunRequest request, Observer observer) {
        return run(experiment, network(experiment), request, observer);
    }

    @Override
    public Map<String, Tensor> values(Experiment experiment, Map<String, Tensor> parameters, List<Tensor> inputs) {
        Network network = network(experiment);
        List<String> names = List.copyOf(network.inputs().keySet());
        if (names.size() != inputs.size()) {
            throw new IllegalArgumentException(
                    "expected the inputs " + names + ", found " + inputs.size() + " tensors");
        }
        Map<String, Tensor> given = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            given.put(names.get(i), inputs.get(i));
        }
        List<String> outputs = network.nodes().stream()
                .map(Node::output)
                .filter(o -> !o.isEmpty())
                .toList();
        long seed = experiment.training().seed();
        try (Inference inference = new Inference(network, outputs, seed, settings)) {
            inference.write(parameters);
            Map<String, Tensor> values = new LinkedHashMap<>(inference.parameters());
            values.putAll(inference.run(given));
            return values;
        }
    }

    /** Runs a network that was made otherwise. */
    Run run(Experiment experiment, Network network, RunRequest request, Observer observer) {
        Dataset raw = data(experiment);
        Preparation preparation = Preparation.of(source, experiment);
        Compiled compiled = new Compiled(network, experiment.training(), experiment.task(), raw.schema(), scripts);
        Usable.check(preparation.dataset(), compiled);
        Run.Provenance provenance = new Run.Provenance(experiment.fingerprint(), digest(raw), version(), machine());
        long started = System.nanoTime();
        libtorch.prepareThread();
        try (NDManager memory = libtorch.memory()) {
            Workplace work = Workplace.of(experiment, request, compiled, raw, preparation, memory);
            Training training = new Training(experiment.training(), request, observer, work);
            Outcome outcome = training.run();
            Optional<Map<String, Tensor>> best =
                    Optional.ofNullable(work.measurements()).flatMap(Measurements::kept);
            best.ifPresent(work.weights()::write);
            return new Run(
                    experiment,
                    outcome,
                    training.trace(),
                    predictions(request, raw, preparation.dataset(), work, outcome),
                    best.orElseGet(work.weights()::read),
                    Duration.ofNanos(System.nanoTime() - started),
                    training.steps(),
                    provenance,
                    otherPredictions(request, raw, preparation.dataset(), work, outcome, experiment.training()));
        } catch (ScriptFault fault) {
            return failed(experiment, fault, started, provenance);
        }
    }

    /** Of the same arrays it is taken once, since it reads every number. */
    private synchronized String digest(Dataset raw) {
        if (digested == null || digested.dataset() != raw) {
            digested = new Digested(raw, raw.digest());
        }
        return digested.digest();
    }

    /** A network that libtorch does not even take. */
    private static Run failed(Experiment experiment, ScriptFault fault, long started, Run.Provenance provenance) {
        String place = fault.node() == null ? "the network" : "node " + fault.node();
        return new Run(
                experiment,
                new Outcome.Failed(fault.node(), place + " could not be run by libtorch: " + fault.getMessage()),
                new Trace(new float[0], List.of(), List.of()),
                Map.of(),
                Map.of(),
                Duration.ofNanos(System.nanoTime() - started),
                0,
                provenance);
    }

    private static Map<SplitName, Predictions> predictions(
            RunRequest request, Dataset raw, Dataset seen, Workplace work, Outcome outcome) {
        Map<SplitName, Predictions> predictions = new EnumMap<>(SplitName.class);
        if (outcome instanceof Outcome.Failed) {
            return predictions;
        }
        for (SplitName name : request.predict()) {
            Optional<Split> split = raw.split(name);
            if (split.isPresent() && split.get().size() > 0) {
                try (NDManager scope = work.memory().newSubManager()) {
                    Examples examples = Examples.of(
                            seen.split(name).orElseThrow(), split.get().targets(), scope);
                    predictions.put(name, work.evaluator().predict(examples, scope));
                }
            }
        }
        return predictions;
    }

    /** Those of the network's other outputs, in the order of their losses. */
    private static Map<String, Map<SplitName, Predictions>> otherPredictions(
            RunRequest request, Dataset raw, Dataset seen, Workplace work, Outcome outcome, TrainingPlan plan) {
        Map<String, Map<SplitName, Predictions>> all = new LinkedHashMap<>();
        if (outcome instanceof Outcome.Failed) {
            return all;
        }
        int term = 0;
        for (Map.Entry<String, LossPlan> other : plan.otherLosses().entrySet()) {
            term++;
            int index = index(raw.schema().otherTargets(), other.getKey());
            Map<SplitName, Predictions> bySplit = new EnumMap<>(SplitName.class);
            for (SplitName name : request.predict()) {
                Optional<Split> split = raw.split(name).filter(s -> s.size() > 0);
                if (split.isPresent()) {
                    try (NDManager scope = work.memory().newSubManager()) {
                        Examples examples = Examples.of(
                                seen.split(name).orElseThrow(), split.get().targets(), scope);
                        bySplit.put(
                                name,
                                work.evaluator()
                                        .predict(
                                                term,
                                                other.getValue().loss(),
                                                raw.schema()
                                                        .otherTargets()
                                                        .get(index)
                                                        .task(),
                                                examples,
                                                split.get().otherTargets().get(index),
                                                scope));
                    }
                }
            }
            all.put(other.getKey(), bySplit);
        }
        return all;
    }

    private static int index(List<TargetSchema> targets, String output) {
        return targets.stream().map(TargetSchema::output).toList().indexOf(output);
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
