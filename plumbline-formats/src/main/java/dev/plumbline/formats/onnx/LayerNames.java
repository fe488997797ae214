package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the layer that a node's author wrote, from what exporters leave: scopes in metadata (torch's dynamo exporter),
 * scopes in node names ({@code /layer1/layer1.0/conv1/Conv} of torch, {@code model/dense_1/MatMul} of tf2onnx), names
 * of parameters ({@code layer1.0.conv1.weight}). A node without any of these is a layer of its own: {@code relu_3}.
 */
final class LayerNames {
    /** Under which Plumbline itself writes a node's layer. */
    static final String OWN_KEY = "plumbline.layer";

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern WHOLE_MODEL =
            Pattern.compile("StatefulPartitionedCall|PartitionedCall|(model|sequential|functional)(_\\d+)?");
    private static final Pattern PARAMETER = Pattern.compile(
            "(.+)\\.(weight|bias|gamma|beta|kernel|running_mean|running_var|weight_\\w+|bias_\\w+|in_proj_weight|in_proj_bias)");

    private final Map<String, Integer> counts = new HashMap<>();

    /** @param around the layer of the function or loop that the node lies in; null for none */
    String of(NodeProto node, List<String> inputs, @Nullable String around) {
        String scope = fromMetadata(node);
        if (scope.isEmpty()) {
            scope = fromName(node.getName());
        }
        if (scope.isEmpty()) {
            scope = fromParameters(inputs);
        }
        if (!scope.isEmpty()) {
            return around == null || scope.startsWith(around) ? scope : around + "." + scope;
        }
        return around != null ? around : numbered(node.getOpType().toLowerCase(Locale.ROOT));
    }

    private String numbered(String stem) {
        int number = counts.merge(stem, 1, Integer::sum);
        return stem + "_" + number;
    }

    /** {@code ['', 'layer1', 'layer1.0', 'layer1.0.conv1', 'conv2d_1']}: the last is the node's own name. */
    private static String fromMetadata(NodeProto node) {
        for (StringStringEntryProto entry : node.getMetadataPropsList()) {
            if (entry.getKey().equals(OWN_KEY)) {
                return entry.getValue();
            }
            if (entry.getKey().equals("pkg.torch.onnx.name_scopes")) {
                List<String> scopes = new ArrayList<>();
                Matcher matcher = QUOTED.matcher(entry.getValue());
                while (matcher.find()) {
                    scopes.add(matcher.group(1));
                }
                return scopes.size() < 2 ? "" : scopes.get(scopes.size() - 2);
            }
        }
        return "";
    }

    /** The last part names the operator; each part before names a module, sometimes with its whole path. */
    static String fromName(String name) {
        boolean torch = name.startsWith("/");
        List<String> parts = new ArrayList<>(Arrays.asList(name.split("/")));
        parts.removeIf(String::isEmpty);
        if (parts.size() < 2) {
            return "";
        }
        parts.remove(parts.size() - 1);
        if (!torch) {
            while (parts.size() > 1 && WHOLE_MODEL.matcher(parts.get(0)).matches()) {
                parts.remove(0);
            }
            return String.join(".", parts);
        }
        StringBuilder path = new StringBuilder();
        String before = "";
        for (String part : parts) {
            boolean withPath = !before.isEmpty() && part.startsWith(before + ".");
            path.append(path.length() == 0 ? "" : ".").append(withPath ? part.substring(before.length() + 1) : part);
            before = part;
        }
        return path.toString();
    }

    private static String fromParameters(List<String> inputs) {
        for (String input : inputs) {
            Matcher matcher = PARAMETER.matcher(input);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return "";
    }
}
