package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.torch.Recording.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes recordings; where a node fails, one of everything before it. */
final class Recorder {
    private final Network network;
    private final Wiring wiring;
    private final Weights weights;
    private final Examples train;
    private final Scripts scripts;
    private final @Nullable Objective objective;
    private final @Nullable Failure known;

    /**
     * @param objective null where it does not fit the network
     * @param known what is known to fail before anything runs; null where all fits
     */
    Recorder(
            Network network,
            Wiring wiring,
            Weights weights,
            Examples train,
            Scripts scripts,
            @Nullable Objective objective,
            @Nullable Failure known) {
        this.network = network;
        this.wiring = wiring;
        this.weights = weights;
        this.train = train;
        this.scripts = scripts;
        this.objective = objective;
        this.known = known;
    }

    /** One batch, in training or evaluation mode, with a step's random numbers. */
    Recording record(long[] rows, long seed, boolean training, NDManager memory) {
        if (known != null) {
            return before(known, rows, seed, training, memory);
        }
        try {
            return record(network, objective, null, rows, seed, training, memory);
        } catch (ScriptFault fault) {
            return before(new Failure(fault.node(), String.valueOf(fault.getMessage())), rows, seed, training, memory);
        }
    }

    /** Forward only, up to the failure; libtorch may turn out to fail even earlier. */
    private Recording before(Failure failure, long[] rows, long seed, boolean training, NDManager memory) {
        Network beginning = beginning(network, failure.node());
        try {
            return record(beginning, null, failure, rows, seed, training, memory);
        } catch (ScriptFault fault) {
            if (fault.node() == null || beginning(beginning, fault.node()).equals(beginning)) {
                throw UnusableInputException.because(
                        "the network could not be run by libtorch: " + fault.getMessage(), fault);
            }
            return before(new Failure(fault.node(), String.valueOf(fault.getMessage())), rows, seed, training, memory);
        }
    }

    /** The nodes before the one of that name; all of them where it is null. */
    static Network beginning(Network network, @Nullable String node) {
        List<Node> kept = new ArrayList<>();
        for (Node each : network.nodes()) {
            if (each.name().equals(node)) {
                break;
            }
            kept.add(each);
        }
        return kept.size() == network.nodes().size() ? network : beginning(network, kept);
    }

    static Network beginning(Network network, List<Node> kept) {
        String last = kept.isEmpty()
                ? network.inputs().keySet().iterator().next()
                : kept.get(kept.size() - 1).output();
        return new Network(network.inputs(), kept, network.parameters(), List.of(last), network.layers());
    }

    private Recording record(
            Network part,
            @Nullable Objective lowered,
            @Nullable Failure failure,
            long[] rows,
            long seed,
            boolean training,
            NDManager memory) {
        Translations translations = Translations.standard();
        ForwardText forward =
                training ? ForwardText.training(part, translations) : ForwardText.evaluation(part, translations);
        Script script = scripts.get(RecordingProgram.write(
                forward,
                wiring,
                lowered,
                train.arrays().size() - wiring.inputs().size()));
        NDManager scope = memory.newSubManager();
        try {
            List<NDArray> arguments = new ArrayList<>(weights.arrays());
            arguments.addAll(train.arrays());
            arguments.add(scope.create(rows));
            arguments.add(scope.create(new double[] {seed}));
            return read(
                    script.call(arguments, true, scope),
                    RecordingProgram.watched(forward, wiring),
                    lowered != null,
                    failure,
                    scope);
        } catch (ScriptFault fault) {
            scope.close();
            throw fault;
        }
    }

    private Recording read(
            NDList results, List<String> names, boolean back, @Nullable Failure failure, NDManager scope) {
        Map<String, Supplier<Tensor>> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            NDArray array = results.get(i);
            values.put(names.get(i), () -> Native.read(array));
        }
        if (!back) {
            return new Recording(scope, values, Map.of(), null, failure);
        }
        int at = names.size();
        double loss = results.get(at).getFloat();
        double[] flows = results.get(at + 1).toDoubleArray();
        Map<String, Supplier<Tensor>> gradients = new HashMap<>();
        for (int i = 0; i < flows.length; i++) {
            if (flows[i] == 1) {
                NDArray array = results.get(at + 2 + i);
                if (i < names.size()) {
                    gradients.put(names.get(i), () -> Native.read(array));
                } else {
                    Parameter parameter = wiring.parameters().get(i - names.size());
                    gradients.put(parameter.name(), () -> weights.inNetworksOrder(parameter, Native.read(array)));
                }
            }
        }
        return new Recording(scope, values, gradients, loss, failure);
    }
}
