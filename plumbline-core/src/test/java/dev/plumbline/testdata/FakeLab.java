package dev.plumbline.testdata;

import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Machine;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.Node;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A lab that computes nothing: the test says which experiments learn and how many examples in a hundred those still get
 * wrong; all others get two thirds wrong. Everything it was asked to run is kept.
 */
public final class FakeLab implements Lab {
    /** What it was asked for. */
    public enum Kind {
        ONE_STEP,
        ONE_BATCH,
        FULL
    }

    /** One thing it was asked to run. */
    public record Asked(Kind kind, Experiment experiment) {}

    private final Dataset dataset;
    private final List<Asked> asked = new ArrayList<>();
    private Predicate<Experiment> learns = experiment -> true;
    private Function<Experiment, Optional<Outcome>> fate = experiment -> Optional.empty();
    private int wrongInHundred = 5;
    private long memory = 1L << 30;

    public FakeLab(Dataset dataset) {
        this.dataset = dataset;
    }

    public FakeLab learns(Predicate<Experiment> which) {
        this.learns = which;
        return this;
    }

    /** Wrong examples of those that learn. */
    public FakeLab wrongInHundred(int wrong) {
        this.wrongInHundred = wrong;
        return this;
    }

    public FakeLab memory(long bytes) {
        this.memory = bytes;
        return this;
    }

    /** Ends every run so, before its first step. */
    public FakeLab endsAs(Outcome outcome) {
        this.fate = experiment -> Optional.of(outcome);
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Where the walk reads data. */
    public DataSource source() {
        return DataSource.of(dataset);
    }

    @Override
    public Dataset data(Experiment experiment) {
        return source().load(experiment.data(), experiment.task());
    }

    @Override
    public Network network(Experiment experiment) {
        return NetworkFactory.standard().create(experiment, dataset.schema());
    }

    @Override
    public Map<String, Tensor> values(Experiment experiment, Map<String, Tensor> parameters, List<Tensor> inputs) {
        return Map.of();
    }

    @Override
    public Machine machine() {
        return new Machine("fake 1", "cpu", 1, memory);
    }

    @Override
    public void close() {}

    @Override
    public Run run(Experiment experiment, RunRequest request, Observer observer) {
        Kind kind = request.budget().steps() == 1
                ? Kind.ONE_STEP
                : experiment.data().oneBatch() != null ? Kind.ONE_BATCH : Kind.FULL;
        asked.add(new Asked(kind, experiment));
        boolean learned = learns.test(experiment);
        Optional<Outcome> ended = fate.apply(experiment);
        Map<SplitName, Predictions> predictions = new EnumMap<>(SplitName.class);
        float[] losses = new float[0];
        if (ended.isEmpty()) {
            losses = new float[kind == Kind.ONE_STEP ? 1 : 100];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = learned ? (float) (1.1 * Math.exp(-0.1 * i)) : 1.1f;
            }
            int wrong = !learned ? 67 : kind == Kind.ONE_BATCH ? 0 : wrongInHundred;
            for (SplitName name : request.predict()) {
                data(experiment)
                        .split(name)
                        .ifPresent(split -> predictions.put(name, predictions(experiment, split, wrong)));
            }
        }
        List<Snapshot> snapshots = request.probing() == RunRequest.Probing.NONE || ended.isPresent()
                ? List.of()
                : List.of(snapshot(network(experiment), experiment.training().batchSize()));
        return new Run(
                experiment,
                ended.orElse(new Outcome.Completed("All epochs were done.")),
                new Trace(losses, List.of(), snapshots),
                predictions,
                Map.of(),
                Duration.ofSeconds(1),
                losses.length,
                new Run.Provenance(experiment.fingerprint(), dataset.digest(), "test", machine()));
    }

    private static Predictions predictions(Experiment experiment, Split split, int wrongInHundred) {
        double loss = wrongInHundred == 0 ? 0.001 : 1.1;
        if (experiment.task() == Task.REGRESSION) {
            float[] said = ((FloatTensor) split.targets()).values().clone();
            for (int i = 0; i < said.length; i++) {
                said[i] += (i % 2 == 0 ? 1 : -1) * wrongInHundred;
            }
            Tensor targets = split.targets();
            return new Predictions(
                    experiment.task(),
                    experiment.training().loss().loss().takes(),
                    new FloatTensor(said, targets.shape()),
                    targets,
                    loss);
        }
        long[] right = ((LongTensor) split.targets()).values();
        int classes = (int) Arrays.stream(right).max().orElse(0) + 1;
        int[] said = new int[right.length];
        for (int i = 0; i < said.length; i++) {
            boolean wrong = i * 37 % 100 < wrongInHundred;
            said[i] = (int) (wrong ? (right[i] + 1) % classes : right[i]);
        }
        Predictions named = Predictions.ofClasses(said, (LongTensor) split.targets(), classes);
        return new Predictions(named.task(), named.takes(), named.outputs(), named.targets(), loss);
    }

    /** Every node looked at once; the mean of its value is its place in the network. */
    public static Snapshot snapshot(Network network, int batch) {
        Map<String, ValueType> types = new ShapeInference(Operators.standard()).infer(network);
        List<NodeView> views = new ArrayList<>();
        for (Node node : network.nodes()) {
            ValueType type = Objects.requireNonNull(types.get(node.output()));
            Shape shape = type.shape().withBatch(batch);
            Statistics value = new Statistics(views.size(), 1, -1, 1, 1, 0, 0, 0);
            views.add(new NodeView(node.name(), node.layer(), node.operator(), shape, type.dtype(), value, value));
        }
        return new Snapshot(0, views, List.of());
    }
}
