package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A step of Keras's ConvLSTM (Shi et al., 2015), channels first throughout: convolutions of the input and of the state
 * before take the places of an LSTM's products. The input's convolution is done for all steps at once, as if they were
 * examples.
 */
final class ConvolvedCell implements RecurrentCell {
    private static final int GATES = 4;

    private final LayerScope cell;
    private final Expressions e;
    private final int spatial;
    private final int filters;
    private final List<Integer> kernel;
    private final List<Integer> sizes;
    private @Nullable String kept;

    /** @param x the sequence {@code (N, steps, channels, ...)} */
    ConvolvedCell(LayerScope cell, String x) {
        this.cell = cell;
        this.e = new Expressions(cell);
        this.spatial = cell.rank(x) - 3;
        this.filters = cell.config().size("filters");
        this.kernel = cell.config().positive("kernel_size", spatial, 1);
        this.sizes = new ArrayList<>();
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public String zero(int index) {
        List<Integer> shape = new ArrayList<>(List.of(1, filters));
        shape.addAll(sizes);
        return e.zeros(shape.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public String spread(String mask) {
        List<Integer> wide = new ArrayList<>(List.of(-1, 1));
        wide.addAll(Collections.nCopies(spatial, 1));
        return cell.reshape(mask, wide);
    }

    @Override
    public String inputs(String x) {
        Shape shape = cell.shape(x);
        String seen = x;
        @Nullable
        String drawn = WrittenOut.drawn(e, e.part(x, 1, 0, 1), cell.config().number("dropout", 0));
        if (drawn != null) {
            seen = e.node("Mul", x, drawn);
        }
        int steps = cell.size(x, 1);
        String merged = cell.reshape(seen, joined(List.of(-1), shape.sizes().subList(2, shape.rank())));
        List<String> parts = new ArrayList<>(List.of(merged, kernel("kernel", "kernel", shape.get(2))));
        recurrent();
        if (cell.config().flag("use_bias", true)) {
            parts.add(cell.bias("bias", Shape.of(GATES * filters)));
        }
        List<Integer> strides = cell.config().positive("strides", spatial, 1);
        List<Integer> dilations = cell.config().positive("dilation_rate", spatial, 1);
        Attributes attributes = Attributes.none().with("strides", strides).with("dilations", dilations);
        if (cell.config().text("padding", "valid").equals("same")) {
            attributes = attributes.with("pads", pads(shape, strides, dilations));
        }
        String made = e.node("Conv", attributes, parts.toArray(String[]::new));
        List<Integer> out = cell.shape(made).sizes();
        sizes.clear();
        sizes.addAll(out.subList(2, out.size()));
        return cell.reshape(made, joined(List.of(-1, steps), out.subList(1, out.size())));
    }

    private List<Integer> pads(Shape shape, List<Integer> strides, List<Integer> dilations) {
        List<Integer> begin = new ArrayList<>();
        List<Integer> end = new ArrayList<>();
        for (int i = 0; i < spatial; i++) {
            int size = shape.get(3 + i);
            int reach = (kernel.get(i) - 1) * dilations.get(i) + 1;
            int stride = strides.get(i);
            int outputs = (size + stride - 1) / stride;
            int total = Math.max(0, (outputs - 1) * stride + reach - size);
            begin.add(total / 2);
            end.add(total - total / 2);
        }
        begin.addAll(end);
        return begin;
    }

    private String kernel(String name, String stem, int channels) {
        List<Integer> shape = new ArrayList<>(kernel);
        shape.add(channels);
        shape.add(GATES * filters);
        VariableSpec spec = VariableSpec.weight(name, new Shape(shape), Layout.convolution(spatial));
        return cell.variable(stem.equals(name) ? spec : spec.under(stem).drawn(new Initializer.Orthogonal()));
    }

    private String recurrent() {
        return kernel("recurrent_kernel", "recurrent", filters);
    }

    @Override
    public void begin(@Nullable String x) {
        double rate = cell.config().number("recurrent_dropout", 0);
        if (rate > 0 && x != null) {
            String first = e.part(e.select(x, 1, 0), 1, 0, 1);
            String one = cell.reshape(
                    e.node(
                            "ReduceMax",
                            first,
                            cell.integers(IntStream.rangeClosed(1, spatial + 1)
                                    .boxed()
                                    .toList())),
                    joined(List.of(-1, 1), Collections.nCopies(spatial, 1)));
            List<Integer> wide = joined(List.of(1, filters), sizes);
            String ones = e.node("Expand", e.node("Mul", one, e.number(0)), cell.integers(wide));
            kept = e.dropout(e.node("Add", ones, e.number(1)), rate);
        }
    }

    @Override
    public List<String> step(String x, List<String> states) {
        String h = kept == null ? states.get(0) : e.node("Mul", states.get(0), kept);
        List<Integer> strides = Collections.nCopies(spatial, 1);
        Shape state = new Shape(joined(List.of(1, 1, filters), sizes));
        Attributes same = Attributes.none().with("pads", pads(state, strides, strides));
        String z = e.node("Add", x, e.node("Conv", same, h, recurrent()));
        List<String> gates = e.nodes("Split", Attributes.none().with("axis", 1).with("num_outputs", GATES), GATES, z);
        String input = active("recurrent_activation", gates.get(0));
        String forget = active("recurrent_activation", gates.get(1));
        String candidate = active("activation", gates.get(2));
        String output = active("recurrent_activation", gates.get(3));
        String next = e.node("Add", e.node("Mul", forget, states.get(1)), e.node("Mul", input, candidate));
        return List.of(e.node("Mul", output, active("activation", next)), next);
    }

    private String active(String key, String x) {
        return Activations.of(cell, key, x);
    }

    private static List<Integer> joined(List<Integer> first, List<Integer> second) {
        List<Integer> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
