package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML to plain values. Scalars follow YAML 1.2's core schema rather than 1.1, so that {@code 3e-4} is a number and
 * {@code no} is a word.
 */
final class YamlReader {
    /** Deeper than any experiment, shallow enough for the stack. */
    private static final int MAX_DEPTH = 30;

    private final String file;

    private YamlReader(String file) {
        this.file = file;
    }

    /** The document's mapping; an error names the file and the line. */
    static Map<String, Object> read(String text, String file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new UnusableInputException(
                    file + ", line " + line, "YAML", String.valueOf(e.getProblem()), "Correct that line.");
        } catch (YAMLException e) {
            throw new UnusableInputException(file, "YAML", String.valueOf(e.getMessage()), "Correct the file.");
        }
        if (root == null) {
            throw new UnusableInputException(
                    file, "an experiment", "an empty file", "Start with `data: {train: train.csv}`.");
        }
        if (!(root instanceof MappingNode mapping)) {
            throw new UnusableInputException(
                    file, "keys and values", "a single value", "Start with `data: {train: train.csv}`.");
        }
        return new YamlReader(file).map(mapping, 0);
    }

    private Map<String, Object> map(MappingNode node, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new UnusableInputException(
                        at(entry.getKeyNode()), "a key", "something nested", "Write `key: value`.");
            }
            if (values.containsKey(key.getValue())) {
                throw new UnusableInputException(
                        at(key), "each key once", "`" + key.getValue() + "` twice", "Remove one of them.");
            }
            Object value = value(entry.getValueNode(), depth + 1);
            if (value != null) {
                values.put(key.getValue(), value);
            }
        }
        return values;
    }

    private @Nullable Object value(Node node, int depth) {
        if (depth > MAX_DEPTH) {
            throw new UnusableInputException(
                    at(node), "at most " + MAX_DEPTH + " levels", "more (or an alias of itself)", "Flatten it.");
        }
        if (node instanceof MappingNode mapping) {
            return map(mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> values = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                Object value = value(element, depth + 1);
                if (value == null) {
                    throw new UnusableInputException(at(element), "a value", "nothing", "Remove the empty element.");
                }
                values.add(value);
            }
            return List.copyOf(values);
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.getScalarStyle() == ScalarStyle.PLAIN ? plain(scalar.getValue()) : scalar.getValue();
    }

    /** YAML 1.2 core schema, section 10.3.2: null, booleans, integers, floats; all else is text. */
    private static @Nullable Object plain(String text) {
        if (text.isEmpty() || text.equals("~") || text.equals("null")) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        if (text.matches("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d+)?")) {
            return Double.valueOf(text);
        }
        return text;
    }

    private String at(Node node) {
        return file + ", line " + (node.getStartMark().getLine() + 1);
    }
}
