package dev.plumbline.debug.cause.restraint;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Task;
import dev.plumbline.network.HiddenLayers;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A hidden layer that lets through fewer numbers than the outputs take to be told apart. One number a class is enough;
 * half as many is hard, and one to three are so for anything that is not linear.
 *
 * @param width units, or channels times positions
 * @param text what was seen
 */
record Bottleneck(String layer, int width, String text) {
    private static final int FEW = 3;

    /** The narrowest first. */
    static List<Bottleneck> of(Setup setup) {
        long inputs = setup.input().shape().elements();
        boolean classes = setup.experiment().task() != Task.REGRESSION;
        int outputs = classes ? setup.dataset().schema().outputs() : 1;
        double least = Math.max(FEW, Math.min(inputs, outputs) / 2.0);
        List<Bottleneck> found = new ArrayList<>();
        for (Node node : new HiddenLayers(setup.network()).hidden()) {
            int width = width(node, setup);
            int channels = HiddenLayers.isConvolution(node) ? channels(node, setup) : FEW;
            if (channels == 1) {
                found.add(new Bottleneck(node.layer(), 1, "1 filter for " + inputs + " inputs"));
            } else if (width > 0 && width < inputs && (width <= FEW || width < least)) {
                found.add(new Bottleneck(
                        node.layer(),
                        width,
                        width + (width == 1 ? " unit" : " units") + " between " + inputs + " inputs and "
                                + setup.dataset().schema().outputs() + " outputs"));
            }
        }
        found.sort(Comparator.comparingInt(Bottleneck::width));
        return found;
    }

    private static int channels(Node node, Setup setup) {
        ValueType type = setup.types().get(node.output());
        boolean isAlone = node.attributes().integer("group", 1) == 1;
        return type == null || type.shape().rank() < 3 || !isAlone
                ? FEW
                : type.shape().get(1);
    }

    private static int width(Node node, Setup setup) {
        if (HiddenLayers.isRecurrent(node)) {
            return node.attributes().integer("hidden_size", 0);
        }
        ValueType type = setup.types().get(node.output());
        if (type == null || type.shape().rank() < 2) {
            return 0;
        }
        Shape shape = type.shape();
        if (!HiddenLayers.isConvolution(node)) {
            return shape.get(-1);
        }
        long elements = 1;
        for (int axis = 1; axis < shape.rank(); axis++) {
            elements *= Math.max(1, shape.get(axis));
        }
        return (int) Math.min(Integer.MAX_VALUE, elements);
    }
}
