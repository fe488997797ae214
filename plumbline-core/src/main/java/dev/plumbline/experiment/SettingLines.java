package dev.plumbline.experiment;

import java.io.StringReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where an experiment file says what, so that an editor or a review can show a finding beside the setting that it is
 * about. Lines count from 1. A file that is no YAML has no lines.
 */
public final class SettingLines {
    private static final int MAX_DEPTH = 30;
    private static final int MOST = 10_000;

    private final Map<String, Integer> settings = new LinkedHashMap<>();
    private final Map<String, Integer> layers = new LinkedHashMap<>();
    private final Map<String, Integer> values = new LinkedHashMap<>();

    private SettingLines() {}

    /** Of a file that holds no settings. */
    public static SettingLines none() {
        return new SettingLines();
    }

    /** Of an experiment file's text. */
    public static SettingLines of(String yaml) {
        SettingLines lines = new SettingLines();
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root != null) {
                lines.walk(root, "", 0);
            }
        } catch (YAMLException e) {
            return none();
        }
        return lines;
    }

    /** The line of a setting, {@code training.optimizer}; where it is left out, of the nearest setting around it. */
    public OptionalInt setting(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            Integer line = settings.get(at);
            if (line != null) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The line of a layer of {@code model.layers}, by the name that it has or gets: {@code output}, {@code dense_1}.
     */
    public OptionalInt layer(String name) {
        return of(layers, name);
    }

    /** The first line under {@code data} with a value: the name of an array, of a column or of a file. */
    public OptionalInt dataValue(String value) {
        return of(values, value);
    }

    private static OptionalInt of(Map<String, Integer> lines, String key) {
        Integer line = lines.get(key);
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }

    private void walk(Node node, String path, int depth) {
        if (depth > MAX_DEPTH || settings.size() + values.size() > MOST) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    String at = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                    settings.putIfAbsent(at, line(key));
                    walk(entry.getValueNode(), at, depth + 1);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            if (path.equals("model.layers")) {
                layers(sequence.getValue());
            }
            sequence.getValue().forEach(element -> walk(element, path, depth + 1));
        } else if (node instanceof ScalarNode scalar && path.startsWith("data.")) {
            values.putIfAbsent(scalar.getValue(), line(scalar));
        }
    }

    /** Those without a name are numbered within their type, past the names that were given before. */
    private void layers(List<Node> list) {
        Set<String> taken = new HashSet<>();
        for (Node element : list) {
            String type = "";
            String name = "";
            if (element instanceof ScalarNode word) {
                type = word.getValue();
            } else if (element instanceof MappingNode mapping
                    && !mapping.getValue().isEmpty()
                    && mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key) {
                type = key.getValue();
                name = name(mapping.getValue().get(0).getValueNode());
            }
            for (int i = 1; name.isEmpty(); i++) {
                name = taken.contains(type + "_" + i) ? "" : type + "_" + i;
            }
            taken.add(name);
            layers.putIfAbsent(name, line(element));
        }
    }

    private static String name(Node settings) {
        if (settings instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("name")
                        && entry.getValueNode() instanceof ScalarNode value) {
                    return value.getValue();
                }
            }
        }
        return "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
