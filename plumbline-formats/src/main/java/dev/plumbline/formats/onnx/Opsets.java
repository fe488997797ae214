package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.plumbline.UnusableInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which version of each domain's operators a graph or function speaks. */
record Opsets(Map<String, Long> versions) {
    /** The newest opset of ONNX that is known to mean what Plumbline takes its operators to mean. */
    static final int NEWEST = 28;

    static Opsets of(List<OperatorSetIdProto> imports, String subject) {
        Map<String, Long> versions = new HashMap<>();
        for (OperatorSetIdProto one : imports) {
            versions.put(domain(one.getDomain()), one.getVersion());
        }
        long own = versions.getOrDefault("", 1L);
        if (own < 1 || own > NEWEST) {
            throw new UnusableInputException(
                    subject,
                    "ONNX opset 1 to " + NEWEST,
                    "opset " + own,
                    "Export it with an older opset: torch.onnx.export(..., opset_version=20).");
        }
        return new Opsets(Map.copyOf(versions));
    }

    /** ONNX's own domain has two spellings. */
    static String domain(String name) {
        return name.equals("ai.onnx") ? "" : name;
    }

    /** The version of ONNX's own operators. */
    int own() {
        return Math.toIntExact(versions.getOrDefault("", 1L));
    }

    /** The version of ONNX's own operators; another's where this one names none. */
    Opsets orElse(Opsets other) {
        return versions.containsKey("") ? this : other;
    }
}
