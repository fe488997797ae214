package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One node, computed by libtorch: its outputs, and the gradient of a weighted sum of the first one. */
final class Calculation {
    private final Network network;
    private final Node node;
    private final Map<String, Tensor> inputs;
    private final boolean training;

    private Calculation(Network network, Node node, Map<String, Tensor> inputs, boolean training) {
        this.network = network;
        this.node = node;
        this.inputs = inputs;
        this.training = training;
    }

    /** A node of these inputs; those that hold int64 and are not the first are constants. An input may be null. */
    static Calculation of(String operator, Attributes attributes, int outputs, @Nullable Tensor... tensors) {
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        Map<String, Tensor> inputs = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tensors.length; i++) {
            if (tensors[i] != null && !isConstant(operator, tensors[i], i)) {
                String name = "x" + i;
                builder.input(name, new ValueType(tensors[i].dtype(), tensors[i].shape()));
                inputs.put(name, tensors[i]);
            }
        }
        builder.layer("layer", "Layer", true);
        for (int i = 0; i < tensors.length; i++) {
            names.add(
                    tensors[i] == null
                            ? ""
                            : isConstant(operator, tensors[i], i)
                                    ? builder.constant("c" + i, tensors[i], DType.INT64)
                                    : "x" + i);
        }
        Node node = builder.node(operator, attributes, outputs, names.toArray(String[]::new));
        return new Calculation(builder.build(node.outputs().toArray(String[]::new)), node, inputs, false);
    }

    private static boolean isConstant(String operator, Tensor tensor, int index) {
        return tensor instanceof LongTensor && index > 0 && !operator.equals("Gather");
    }

    Calculation inTraining() {
        return new Calculation(network, node, inputs, true);
    }

    /** All outputs, then the gradients for the float inputs in their order. */
    List<FloatTensor> run(Map<String, Tensor> changed, float[] weights) {
        Libtorch libtorch = new Libtorch(TorchSettings.standard());
        libtorch.prepareThread();
        Translations table = Translations.standard();
        ForwardText forward = training ? ForwardText.training(network, table) : ForwardText.evaluation(network, table);
        Arguments arguments = new Arguments();
        Wiring wiring = Wiring.of(network);
        Map<String, String> values = new HashMap<>(wiring.claim(arguments));
        wiring.inputs().forEach(name -> values.put(name, arguments.add(name)));
        arguments.add("weights");
        ProgramText text = new ProgramText(arguments);
        List<String> floats = new ArrayList<>();
        for (String name : wiring.inputs()) {
            if (weights.length > 0 && inputs.get(name) instanceof FloatTensor) {
                floats.add(text.let("torch.requires_grad_(" + name + ")"));
                values.put(name, floats.get(floats.size() - 1));
            }
        }
        forward.seed(text, "int(weights[0])");
        Map<String, String> all = forward.write(text, values);
        List<String> results =
                new ArrayList<>(node.outputs().stream().map(all::get).toList());
        if (weights.length > 0) {
            text.line(
                    "loss = torch.sum(torch.mul(torch.flatten(" + results.get(0) + "), weights))",
                    "grads = torch.grad([loss], " + ProgramText.tensors(floats) + ")");
            for (int i = 0; i < floats.size(); i++) {
                results.add("unchecked_cast(Tensor, grads[" + i + "])");
            }
        }
        text.line("return " + ProgramText.tensors(results));
        try (NDManager memory = libtorch.memory()) {
            List<NDArray> given = new ArrayList<>();
            wiring.parameters().forEach(p -> given.add(Native.of(Objects.requireNonNull(p.values()), memory)));
            wiring.inputs()
                    .forEach(name -> given.add(
                            Native.of(Objects.requireNonNull(changed.getOrDefault(name, inputs.get(name))), memory)));
            given.add(memory.create(weights.length == 0 ? new float[] {0} : weights));
            NDList list = Script.load(text.program()).call(given, true, memory);
            List<FloatTensor> read = new ArrayList<>();
            list.forEach(array -> read.add(floats(Native.read(array))));
            return read;
        }
    }

    /** Numbers of any type as floats. */
    private static FloatTensor floats(Tensor tensor) {
        if (tensor instanceof FloatTensor held) {
            return held;
        }
        float[] values = new float[tensor.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) tensor.get(i);
        }
        return new FloatTensor(values, tensor.shape());
    }

    /** The outputs. */
    List<FloatTensor> outputs() {
        return run(Map.of(), new float[0]);
    }

    float[] output() {
        return outputs().get(0).values();
    }

    /** The largest difference between gradients and central finite differences, over the largest gradient. */
    double gradientError(double step) {
        int size = output().length;
        float[] weights = random(4, size).values();
        List<FloatTensor> results = run(Map.of(), weights);
        List<FloatTensor> gradients = results.subList(node.outputs().size(), results.size());
        double worst = 0;
        double largest = 1e-3;
        int k = 0;
        for (String name : network.inputs().keySet()) {
            if (!(inputs.get(name) instanceof FloatTensor tensor)) {
                continue;
            }
            FloatTensor gradient = gradients.get(k++);
            for (int i = 0; i < tensor.values().length; i++) {
                double numeric =
                        (sum(name, tensor, i, step, weights) - sum(name, tensor, i, -step, weights)) / (2 * step);
                worst = Math.max(worst, Math.abs(numeric - gradient.values()[i]));
                largest = Math.max(largest, Math.abs(numeric));
            }
        }
        return worst / largest;
    }

    private double sum(String name, FloatTensor tensor, int index, double step, float[] weights) {
        float[] moved = tensor.values().clone();
        moved[index] += (float) step;
        float[] out = run(Map.of(name, new FloatTensor(moved, tensor.shape())), new float[0])
                .get(0)
                .values();
        double sum = 0;
        for (int i = 0; i < out.length; i++) {
            sum += (double) out[i] * weights[i];
        }
        return sum;
    }

    /** Gaussian numbers. */
    static FloatTensor random(long seed, int... sizes) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[(int) Shape.of(sizes).elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FloatTensor.of(values, sizes);
    }
}
