package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.ModelSource;
import dev.plumbline.network.Network;
import dev.plumbline.network.OnnxType;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads ONNX models as networks that train. Nothing in a file is executed, and no file is read but the model and the
 * data beside it.
 *
 * <pre>{@code
 * ImportedModel model = new OnnxReader().read(Path.of("resnet18.onnx"));
 * }</pre>
 */
public final class OnnxReader implements ModelSource {
    private final Operators operators;
    private final Map<String, Shape> examples;

    /** A reader for models whose sizes are known but for the batch. */
    public OnnxReader() {
        this(Operators.standard(), Map.of());
    }

    private OnnxReader(Operators operators, Map<String, Shape> examples) {
        this.operators = operators;
        this.examples = new LinkedHashMap<>(examples);
    }

    /** This reader, for models that leave more than the batch open: the sizes of one example by input. */
    public OnnxReader withExamples(Map<String, Shape> shapes) {
        return new OnnxReader(operators, shapes);
    }

    /**
     * The model for training: a fixed batch size is freed where that is possible.
     *
     * @throws UnusableInputException naming the file and the node, if it cannot be used
     */
    @Override
    public ImportedModel read(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return read(OnnxFile.read(file), file.toString(), folder, Map.of(), true);
    }

    @Override
    public ImportedModel readFor(Path file, Map<String, Shape> shapes) {
        return withExamples(shapes).read(file);
    }

    /**
     * The model as it is written, its sizes kept.
     *
     * @param bound values for inputs that decide sizes, by name; these are no inputs any more
     */
    public ImportedModel read(Path file, Map<String, Tensor> bound) {
        Path folder = file.toAbsolutePath().getParent();
        return read(OnnxFile.read(file), file.toString(), folder, bound, false);
    }

    /** As {@link #read(Path, Map)}, from bytes; external data cannot be beside them. */
    public ImportedModel read(byte[] bytes, Map<String, Tensor> bound) {
        return read(OnnxFile.parse(ByteBuffer.wrap(bytes), "the model"), "the model", null, bound, false);
    }

    private ImportedModel read(
            ModelProto model, String subject, @Nullable Path folder, Map<String, Tensor> bound, boolean freed) {
        Opsets opsets = Opsets.of(model.getOpsetImportList(), subject);
        try {
            GraphInputs inputs = new GraphInputs(model.getGraph(), bound.keySet(), examples);
            TensorReader tensors = new TensorReader(new ExternalData(folder));
            List<String> notes = new ArrayList<>();
            if (freed) {
                notes.addAll(inputs.close());
            }
            Network network = freed && inputs.fixedBatch() > 0
                    ? freed(model, opsets, tensors, inputs, notes)
                    : network(model, opsets, tensors, inputs.types(false), bound, 0);
            return new ImportedModel("ONNX opset " + opsets.own(), network, TrainingDraft.empty(), null, notes);
        } catch (UnusableInputException e) {
            throw UnusableInputException.because(subject + ", " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw UnusableInputException.because(
                    subject + ": expected an ONNX model, found one that makes no sense ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + "). Export the model again.",
                    e);
        }
    }

    /** For any batch size, or, where the graph does not allow it, for the one that it was written for. */
    private Network freed(
            ModelProto model, Opsets opsets, TensorReader tensors, GraphInputs inputs, List<String> notes) {
        int batch = inputs.fixedBatch();
        UnusableInputException fault;
        try {
            return network(model, opsets, tensors, inputs.types(true), Map.of(), batch);
        } catch (UnusableInputException e) {
            fault = e;
        }
        Network fixed;
        try {
            fixed = network(model, opsets, tensors, inputs.types(false), Map.of(), 0);
        } catch (UnusableInputException e) {
            // the fault is not in the batch; this one tells it without the guess
            e.addSuppressed(fault);
            throw e;
        }
        notes.add("The file fixes the batch size at " + batch + ", and could not be read for another ("
                + fault.getMessage() + "). Export it with a dynamic batch axis to train with any.");
        return fixed;
    }

    private Network network(
            ModelProto model,
            Opsets opsets,
            TensorReader tensors,
            Map<String, ValueType> inputs,
            Map<String, Tensor> bound,
            int batch) {
        GraphProto graph = model.getGraph();
        Assembly assembly = new Assembly(operators);
        Scope scope = new Scope(null, "");
        inputs.forEach((name, type) -> {
            assembly.input(name, type);
            scope.put(name, name);
        });
        bind(graph, bound, scope);
        GraphWalk walk = new GraphWalk(
                assembly,
                tensors,
                new Functions(model.getFunctionsList()),
                new OldForms(batch, model.getProducerName().equals("pytorch")),
                new LayerNames());
        walk.graph(graph, scope, new GraphWalk.Context(opsets, Map.of(), null, 0));
        return Finish.network(assembly, graph, walk.outputs(graph, scope), operators);
    }

    private static void bind(GraphProto graph, Map<String, Tensor> bound, Scope scope) {
        Map<String, ValueInfoProto> infos = new HashMap<>();
        graph.getInputList().forEach(i -> infos.put(i.getName(), i));
        bound.forEach((name, values) -> {
            ValueInfoProto info = infos.get(name);
            if (info != null) {
                int type = info.getType().getTensorType().getElemType();
                scope.hold(name, new TensorReader.Typed(OnnxType.dtype(type).orElse(values.dtype()), values));
            }
        });
    }
}
