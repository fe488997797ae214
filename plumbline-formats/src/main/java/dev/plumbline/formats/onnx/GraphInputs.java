package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.OnnxType;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a graph says of its inputs, and which of their axes run over the batch. */
final class GraphInputs {
    private final List<ValueInfoProto> infos;
    /** What an open axis is taken for as long as no data tell: enough for windows, little for memory. */
    private static final int OPEN = 16;

    private final Map<String, Shape> given;

    /**
     * @param bound names whose values are given, which are no inputs any more
     * @param given the sizes of an example by input, for axes that the file leaves open
     */
    GraphInputs(GraphProto graph, Set<String> bound, Map<String, Shape> given) {
        Set<String> held =
                graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        this.infos = graph.getInputList().stream()
                .filter(i -> !held.contains(i.getName()) && !bound.contains(i.getName()))
                .toList();
        this.given = byName(given);
    }

    /** Shapes whose names are not the graph's are meant in its order. */
    private Map<String, Shape> byName(Map<String, Shape> shapes) {
        if (shapes.size() != infos.size() || infos.stream().anyMatch(i -> shapes.containsKey(i.getName()))) {
            return new HashMap<>(shapes);
        }
        Map<String, Shape> named = new HashMap<>();
        Iterator<Shape> each = shapes.values().iterator();
        infos.forEach(info -> named.put(info.getName(), each.next()));
        return named;
    }

    /**
     * Takes a moderate size for every axis but the batch that the file and the data leave open.
     *
     * @return a sentence for each
     */
    List<String> close() {
        List<String> notes = new ArrayList<>();
        for (ValueInfoProto info : infos) {
            TensorShapeProto shape = info.getType().getTensorType().getShape();
            if (given.containsKey(info.getName()) || shape.getDimCount() == 0) {
                continue;
            }
            List<Integer> sizes = new ArrayList<>();
            for (int axis = 1; axis < shape.getDimCount(); axis++) {
                TensorShapeProto.Dimension dimension = shape.getDim(axis);
                boolean open = dimension.getDimValue() <= 0 && axis != batchAxis(shape);
                sizes.add(open ? OPEN : (int) Math.max(0, Math.min(Integer.MAX_VALUE, dimension.getDimValue())));
                if (open) {
                    notes.add("Axis " + axis
                            + (dimension.getDimParam().isEmpty() ? "" : " (" + dimension.getDimParam() + ")")
                            + " of input " + info.getName() + " is open; as long as no data tell, it is taken for "
                            + OPEN
                            + ".");
                }
            }
            given.put(info.getName(), new Shape(sizes));
        }
        return notes;
    }

    /** The first size that all inputs agree on; 0 where they do not, or where it is open. */
    int fixedBatch() {
        int batch = 0;
        for (ValueInfoProto info : infos) {
            TensorShapeProto shape = tensor(info).getShape();
            long first = shape.getDimCount() == 0 ? 0 : shape.getDim(0).getDimValue();
            if (first <= 0 || first > Integer.MAX_VALUE || (batch > 0 && batch != first)) {
                return 0;
            }
            batch = (int) first;
        }
        return batch;
    }

    /**
     * The inputs' types by name.
     *
     * @param free whether a fixed first axis is taken for a batch of any size
     * @throws UnusableInputException naming the input whose sizes are open
     */
    Map<String, ValueType> types(boolean free) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (ValueInfoProto info : infos) {
            if (types.put(info.getName(), type(info, free)) != null) {
                throw new UnusableInputException(
                        "input " + info.getName(), "a name of its own", "two inputs of that name", "Export it again.");
            }
        }
        return types;
    }

    private static TypeProto.Tensor tensor(ValueInfoProto info) {
        if (!info.getType().hasTensorType()) {
            throw new UnusableInputException(
                    "input " + info.getName(),
                    "a tensor",
                    "another kind of value",
                    "Export the model with tensors only.");
        }
        return info.getType().getTensorType();
    }

    private ValueType type(ValueInfoProto info, boolean free) {
        TypeProto.Tensor tensor = tensor(info);
        DType dtype = OnnxType.dtype(tensor.getElemType())
                .filter(d -> d != DType.COMPLEX64)
                .orElseThrow(() -> new UnusableInputException(
                        "input " + info.getName(),
                        "numbers of an element type from bool to float64",
                        "element type " + tensor.getElemType(),
                        "Export the model in float32."));
        Shape example = given.get(info.getName());
        if (!tensor.hasShape()) {
            if (example == null) {
                throw open(info, "no sizes at all");
            }
            return new ValueType(dtype, example.batched());
        }
        boolean batchElsewhere = batchAxis(tensor.getShape()) > 0;
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < tensor.getShape().getDimCount(); axis++) {
            TensorShapeProto.Dimension dimension = tensor.getShape().getDim(axis);
            long value = dimension.getDimValue();
            if (value < 0 && dimension.hasDimValue() && value != -1 || value > Integer.MAX_VALUE) {
                throw open(info, "the size " + value);
            }
            boolean fixed = dimension.hasDimValue() && value >= 0 && !(value == 0 && axis == 0);
            if (axis == batchAxis(tensor.getShape()) || (axis == 0 && !batchElsewhere && (!fixed || free))) {
                sizes.add(Shape.BATCH);
            } else if (fixed) {
                sizes.add((int) value);
            } else {
                sizes.add(fromExample(info, example, axis, dimension.getDimParam()));
            }
        }
        return new ValueType(dtype, new Shape(sizes));
    }

    /** The axis that is called after the batch, where the first is not open itself; -1 for none. */
    private static int batchAxis(TensorShapeProto shape) {
        for (int axis = 0; axis < shape.getDimCount(); axis++) {
            String name = shape.getDim(axis).getDimParam().toLowerCase(Locale.ROOT);
            if (name.contains("batch")) {
                return axis;
            }
        }
        return -1;
    }

    private int fromExample(
            ValueInfoProto info, @org.jspecify.annotations.Nullable Shape example, int axis, String name) {
        if (example == null || example.rank() != tensor(info).getShape().getDimCount() - 1 || axis == 0) {
            throw open(info, "axis " + axis + (name.isEmpty() ? "" : " (" + name + ")") + " open");
        }
        return example.get(axis - 1);
    }

    private static UnusableInputException open(ValueInfoProto info, String found) {
        return new UnusableInputException(
                "input " + info.getName(),
                "sizes that are known but for the batch",
                found,
                "Give the data's sizes, or export the model with only the batch axis dynamic.");
    }
}
