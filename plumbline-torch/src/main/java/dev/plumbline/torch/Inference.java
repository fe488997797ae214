package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.DType;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network's outputs for given inputs, every output and of any element type: to compare a network with its original.
 * Random numbers in it are the same at every run.
 *
 * <pre>{@code
 * try (Inference inference = new Inference(network, TorchSettings.standard())) {
 *     Tensor logits = inference.run(Map.of("x", images)).get(network.output());
 * }
 * }</pre>
 */
public final class Inference implements AutoCloseable {
    private final Libtorch libtorch;
    private final NDManager memory;
    private final Weights weights;
    private final Script script;
    private final List<String> inputs;
    private final List<String> outputs;

    /**
     * Draws the parameters that have no values, and loads the program.
     *
     * @throws dev.plumbline.UnusableInputException if the layers do not fit each other
     * @throws IllegalStateException naming the node, if libtorch does not take it
     */
    public Inference(Network network, TorchSettings settings) {
        this(network, network.outputs(), 0, settings);
    }

    /**
     * Of chosen values.
     *
     * @param outputs names of the values that {@link #run} gives
     * @param seed of the parameters that are drawn
     */
    Inference(Network network, List<String> outputs, long seed, TorchSettings settings) {
        this.outputs = List.copyOf(outputs);
        this.libtorch = new Libtorch(settings);
        libtorch.prepareThread();
        ForwardText forward = ForwardText.evaluation(network, Translations.standard());
        Wiring wiring = Wiring.of(network);
        Arguments arguments = new Arguments();
        Map<String, String> values = new HashMap<>(wiring.claim(arguments));
        this.inputs = wiring.inputs();
        List<String> variables = arguments.addAll(Arguments.OTHERS, "x", inputs.size());
        ProgramText text = new ProgramText(arguments);
        for (int i = 0; i < inputs.size(); i++) {
            DType dtype =
                    Objects.requireNonNull(network.inputs().get(inputs.get(i))).dtype();
            values.put(inputs.get(i), text.let("torch.to(" + variables.get(i) + ", " + ScalarTypes.of(dtype) + ")"));
        }
        forward.seed(text, "0");
        Map<String, String> all = forward.write(text, values);
        List<String> results = new ArrayList<>();
        for (String output : this.outputs) {
            ValueType type = forward.type(output);
            // what crosses into Java is float32, float64 or int64
            results.add("torch.contiguous(torch.to(" + all.get(output) + ", " + ScalarTypes.of(carrier(type.dtype()))
                    + "))");
        }
        text.line("return " + ProgramText.tensors(results));
        try {
            this.script = Script.load(text.program());
        } catch (ScriptFault fault) {
            throw failed(fault);
        }
        this.memory = libtorch.memory();
        this.weights = new Weights(wiring, forward.layouts(), new Seeds(seed), memory);
    }

    /** The element type in which values of another come back: whole numbers and truths as int64. */
    static DType carrier(DType dtype) {
        return switch (dtype) {
            case FLOAT32, FLOAT16, BFLOAT16 -> DType.FLOAT32;
            case FLOAT64, COMPLEX64 -> DType.FLOAT64;
            default -> DType.INT64;
        };
    }

    /** Values of parameters by name, in place of those that the network starts with; the others stay. */
    void write(Map<String, Tensor> parameters) {
        weights.write(parameters);
    }

    /** The values of all parameters by name, as the network starts with them. */
    public Map<String, Tensor> parameters() {
        return weights.read();
    }

    /**
     * All outputs by name.
     *
     * @param given each input by name; whole numbers and truths as {@code LongTensor}
     * @throws IllegalStateException naming the node, if an operator fails
     */
    public Map<String, Tensor> run(Map<String, Tensor> given) {
        libtorch.prepareThread();
        try (NDManager scope = memory.newSubManager()) {
            List<NDArray> arguments = new ArrayList<>(weights.arrays());
            for (String input : inputs) {
                Tensor tensor = given.get(input);
                if (tensor == null) {
                    throw new IllegalArgumentException("expected the inputs " + inputs + ", found only "
                            + given.keySet() + ". Add " + input + ".");
                }
                arguments.add(Native.of(tensor, scope));
            }
            NDList results = called(arguments, scope);
            Map<String, Tensor> values = new LinkedHashMap<>();
            for (int i = 0; i < results.size(); i++) {
                values.put(this.outputs.get(i), Native.read(results.get(i)));
            }
            return values;
        }
    }

    private NDList called(List<NDArray> arguments, NDManager scope) {
        try {
            return script.call(arguments, false, scope);
        } catch (ScriptFault fault) {
            throw failed(fault);
        }
    }

    private static IllegalStateException failed(ScriptFault fault) {
        String place = fault.node() == null ? "the network" : "node " + fault.node();
        return new IllegalStateException(place + " could not be run by libtorch: " + fault.getMessage(), fault);
    }

    @Override
    public void close() {
        memory.close();
        script.close();
    }
}
