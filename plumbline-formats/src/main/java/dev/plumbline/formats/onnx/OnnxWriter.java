package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.WholeFile;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.OnnxType;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Writes networks as ONNX models for use: ONNX Runtime computes what Plumbline computes outside training, and Netron
 * shows the layers.
 *
 * <pre>{@code
 * new OnnxWriter().write(network, trained, Path.of("model.onnx"));
 * }</pre>
 */
public final class OnnxWriter {
    private static final long IR = 10;
    private static final long OPSET = 22;

    /** Operators that came after {@link #OPSET}, which need a newer runtime. */
    private static final Map<String, Long> NEWER = Map.of(
            "Attention", 23L, "RMSNormalization", 23L, "RotaryEmbedding", 23L, "Swish", 24L, "TensorScatter", 24L);

    private final Operators operators;

    public OnnxWriter() {
        this(Operators.standard());
    }

    OnnxWriter(Operators operators) {
        this.operators = operators;
    }

    /**
     * Writes a model, whole or not at all.
     *
     * @param values parameters' values by name; one that is missing has those that the network holds for it
     * @throws UnusableInputException if a parameter has no values, or the file cannot be written
     */
    public void write(Network network, Map<String, Tensor> values, Path file) {
        ModelProto model = model(network, values);
        try {
            WholeFile.write(file, model::writeTo);
        } catch (IOException e) {
            throw UnusableInputException.because(
                    file + ": expected a place that can be written, found one that cannot (" + e.getMessage()
                            + "). Name another file.",
                    e);
        }
    }

    private ModelProto model(Network network, Map<String, Tensor> values) {
        Map<String, ValueType> types = new ShapeInference(operators).infer(network);
        int batch = network.statefulBatch().orElse(0);
        GraphProto.Builder graph = GraphProto.newBuilder().setName("plumbline");
        network.inputs().forEach((name, type) -> graph.addInput(info(name, type, batch)));
        for (Parameter parameter : network.parameters()) {
            Tensor held = values.getOrDefault(parameter.name(), parameter.values());
            if (held == null || !held.shape().equals(parameter.type().shape())) {
                throw new UnusableInputException(
                        "parameter " + parameter.name(),
                        "values of shape " + parameter.type().shape(),
                        held == null ? "none" : held.shape().toString(),
                        "Train the network first, or give them.");
            }
            graph.addInitializer(
                    TensorWriter.written(parameter.name(), parameter.type().dtype(), held));
        }
        // a state is zero unless it is given; what it is afterwards comes out under its name and ":next"
        network.parameters().stream()
                .filter(p -> p.role() == Parameter.Role.STATE)
                .forEach(p -> graph.addInput(info(p.name(), p.type(), batch)));
        WrittenNodes nodes = new WrittenNodes(graph, types);
        network.nodes().forEach(nodes::add);
        network.outputs().forEach(name -> graph.addOutput(info(name, Objects.requireNonNull(types.get(name)), batch)));
        nodes.states().forEach((name, type) -> graph.addOutput(info(name, type, batch)));
        long opset = network.nodes().stream()
                .mapToLong(n -> NEWER.getOrDefault(n.operator(), OPSET))
                .max()
                .orElse(OPSET);
        return ModelProto.newBuilder()
                .setIrVersion(opset > OPSET ? IR + 1 : IR)
                .setProducerName("plumbline")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset))
                .setGraph(graph)
                .build();
    }

    /** @param batch the number of examples, where the network's states fix it; 0 for any */
    private static ValueInfoProto info(String name, ValueType type, int batch) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int size : type.shape().sizes()) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            if (size >= 0 || batch > 0 && size != Shape.UNKNOWN) {
                dimension.setDimValue(size >= 0 ? size : (long) (size == Shape.BATCH ? 1 : -size) * batch);
            } else if (size != Shape.UNKNOWN) {
                dimension.setDimParam(size == Shape.BATCH ? "N" : -size + "N");
            }
            shape.addDim(dimension);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxType.of(type.dtype()))
                                .setShape(shape)))
                .build();
    }

    /** The layer that a node belongs to, for who reads the file again. */
    static NodeProto.Builder of(Node node) {
        return NodeProto.newBuilder()
                .setName(node.name())
                .addMetadataProps(StringStringEntryProto.newBuilder()
                        .setKey(LayerNames.OWN_KEY)
                        .setValue(node.layer()));
    }
}
