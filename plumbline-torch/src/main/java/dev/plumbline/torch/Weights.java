package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's parameters in libtorch's memory, in the order of its {@link Wiring}. */
final class Weights {
    private final Wiring wiring;
    private final Layouts layouts;
    private final NDManager memory;
    private final List<NDArray> arrays = new ArrayList<>();
    /** What stands for the trained ones outside of training; empty for themselves. */
    private List<NDArray> averages = List.of();

    Weights(Wiring wiring, Layouts layouts, Seeds seeds, NDManager memory) {
        this.wiring = wiring;
        this.layouts = layouts;
        this.memory = memory;
        for (Parameter parameter : wiring.parameters()) {
            NDArray array = Native.of(toTorch(parameter, InitialValues.of(parameter, seeds)), memory);
            if (wiring.trained().contains(parameter)) {
                array.setRequiresGradient(true);
                array.setName(Arguments.mark(Wiring.TRAINED));
            }
            arrays.add(array);
        }
    }

    private Tensor toTorch(Parameter parameter, Tensor values) {
        return values instanceof FloatTensor floats
                ? new FloatTensor(layouts.toTorch(parameter, floats.values()), floats.shape())
                : values;
    }

    /** All of them, as programs take them. */
    List<NDArray> arrays() {
        return arrays;
    }

    /**
     * All of them for a pass that begins as the network itself does: with its own first states, which it moves while
     * those of training stay.
     */
    List<NDArray> rested(NDManager scope) {
        List<NDArray> rested = new ArrayList<>(arrays);
        for (int i = 0; i < averages.size(); i++) {
            NDArray average = averages.get(i).duplicate();
            average.attach(scope);
            average.setName(Arguments.mark(Wiring.TRAINED));
            rested.set(i, average);
        }
        for (int i = 0; i < rested.size(); i++) {
            Parameter parameter = wiring.parameters().get(i);
            if (parameter.role() == Parameter.Role.STATE) {
                NDArray first = arrays.get(i).zerosLike();
                first.attach(scope);
                first.setName(arrays.get(i).getName());
                rested.set(i, first);
            }
        }
        return rested;
    }

    /** Has averages of the trained ones predict and be read in their place, until values are written. */
    void answerBy(List<NDArray> changed) {
        averages = List.copyOf(changed);
    }

    /** Those that the optimizer moves. */
    List<NDArray> trained() {
        return arrays.subList(0, wiring.trained().size());
    }

    /** Everything that training may change, by name, in the network's own layout. */
    Map<String, Tensor> read() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (int i = 0; i < arrays.size(); i++) {
            Parameter parameter = wiring.parameters().get(i);
            Tensor tensor = Native.read(i < averages.size() ? averages.get(i) : arrays.get(i));
            if (!parameter.isCounted()) {
                continue;
            }
            values.put(parameter.name(), inNetworksOrder(parameter, tensor));
        }
        return values;
    }

    /** A parameter's values or gradient, as libtorch holds them, in the network's own layout. */
    Tensor inNetworksOrder(Parameter parameter, Tensor tensor) {
        return tensor instanceof FloatTensor floats
                ? new FloatTensor(layouts.fromTorch(parameter, floats.values()), floats.shape())
                : tensor;
    }

    /**
     * Takes back what {@link #read} gave, for evaluation. The arrays are new ones, since DJL's way to write into old
     * ones has libtorch print a warning.
     */
    void write(Map<String, Tensor> values) {
        averages = List.of();
        for (int i = 0; i < arrays.size(); i++) {
            Parameter parameter = wiring.parameters().get(i);
            Tensor tensor = values.get(parameter.name());
            if (tensor != null) {
                NDArray array = Native.of(toTorch(parameter, tensor), memory);
                array.setName(arrays.get(i).getName());
                arrays.set(i, array).close();
            }
        }
    }

    /** Copies of the trained ones, to be compared after a step. */
    List<NDArray> copies(NDManager memory) {
        List<NDArray> copies = new ArrayList<>();
        for (NDArray array : trained()) {
            NDArray copy = array.duplicate();
            copy.attach(memory);
            copy.setName(Arguments.mark(Arguments.OTHERS));
            copies.add(copy);
        }
        return copies;
    }
}
