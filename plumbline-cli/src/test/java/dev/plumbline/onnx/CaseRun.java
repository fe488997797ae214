package dev.plumbline.onnx;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.data.Tensor;
import dev.plumbline.formats.onnx.OnnxReader;
import dev.plumbline.network.Network;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.torch.Inference;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one case: reads its model as a person's would be read, computes, and compares every output. */
final class CaseRun {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Operators of which lists of real numbers decide sizes. */
    private static final Set<String> SCALED = Set.of("Resize", "Upsample");

    private final Path folder;
    private final CaseFacts facts;
    private final ByteBuffer values;

    CaseRun(Path folder) throws IOException {
        this.folder = folder;
        this.facts = JSON.readValue(folder.resolve("case.json").toFile(), CaseFacts.class);
        Path file = folder.resolve("values.bin");
        this.values = ByteBuffer.wrap(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
    }

    CaseResult result() {
        String name = folder.getFileName().toString();
        Optional<Exclusion> exclusion = Exclusion.of(facts);
        if (exclusion.isPresent()) {
            return new CaseResult(name, facts.operator(), exclusion.orElseThrow(), null, false);
        }
        String fault = attempt(false);
        if (fault == null) {
            return new CaseResult(name, facts.operator(), null, null, false);
        }
        String bound = attempt(true);
        return new CaseResult(name, facts.operator(), null, bound == null ? null : fault, bound == null);
    }

    /** @return what was wrong, null for nothing */
    private @Nullable String attempt(boolean bound) {
        try {
            for (CaseFacts.DataSet set : facts.sets()) {
                String fault = run(set, bound);
                if (fault != null) {
                    return fault;
                }
            }
            return null;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
        }
    }

    private @Nullable String run(CaseFacts.DataSet set, boolean bound) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        Map<String, Tensor> known = new HashMap<>();
        for (CaseFacts.Value input : set.inputs()) {
            (bound && decidesSizes(input) ? known : inputs).put(input.name(), input.read(values));
        }
        Network network =
                new OnnxReader().read(folder.resolve("model.onnx"), known).network();
        Map<String, ValueType> types = new ShapeInference(Operators.standard()).infer(network);
        try (Inference inference = new Inference(network, TorchSettings.standard())) {
            Map<String, Tensor> outputs = inference.run(inputs);
            for (int i = 0; i < set.outputs().size(); i++) {
                CaseFacts.Value expected = set.outputs().get(i);
                String output = network.outputs().get(i);
                String type = Objects.requireNonNull(types.get(output)).dtype().label();
                if (!type.equals(label(expected.type()))) {
                    return expected.name() + ": expected " + label(expected.type()) + ", found " + type;
                }
                String fault = difference(expected.read(values), Objects.requireNonNull(outputs.get(output)));
                if (fault != null) {
                    return expected.name() + ": " + fault;
                }
            }
            return null;
        }
    }

    /**
     * Lists of whole numbers, and single values of any kind: sizes, axes, pads, counts, ratios, conditions; the scales
     * and the region of a Resize.
     */
    private boolean decidesSizes(CaseFacts.Value input) {
        List<Integer> shape = input.shape();
        boolean listed = isWhole(input.type()) || SCALED.contains(facts.operator());
        return shape != null && (shape.isEmpty() || shape.size() == 1 && listed);
    }

    private static boolean isWhole(String type) {
        return type.startsWith("int") || type.equals("bool");
    }

    private static String label(String type) {
        return switch (type) {
            case "float" -> "float32";
            case "double" -> "float64";
            default -> type;
        };
    }

    private @Nullable String difference(Tensor expected, Tensor found) {
        if (!expected.shape().equals(found.shape())) {
            return "expected the shape " + expected.shape() + ", found " + found.shape();
        }
        for (int i = 0; i < expected.elements(); i++) {
            double e = expected.get(i);
            double f = found.get(i);
            boolean same = e == f || Double.isNaN(e) && Double.isNaN(f);
            if (!same && !(Math.abs(e - f) <= facts.atol() + facts.rtol() * Math.abs(e))) {
                return "expected " + e + " as element " + i + ", found " + f;
            }
        }
        return null;
    }
}
