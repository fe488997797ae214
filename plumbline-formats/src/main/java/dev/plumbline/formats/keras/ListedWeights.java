package dev.plumbline.formats.keras;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The weights of an {@code .h5} file: a group for each top layer whose attribute {@code weight_names} lists the arrays,
 * trainable ones first, those of layers within after each other.
 */
final class ListedWeights implements WeightStore {
    private final Hdf hdf;
    private final String root;

    /** @param root the group that holds the layers; empty for the file itself */
    ListedWeights(Hdf hdf, String root) {
        this.hdf = hdf;
        this.root = root;
    }

    @Override
    public Map<String, FloatTensor> values(List<Variable> variables) {
        Map<String, List<Variable>> groups = new LinkedHashMap<>();
        variables.stream()
                .sorted(Comparator.comparingInt(Variable::ordinal))
                .forEach(v -> groups.computeIfAbsent(v.group(), k -> new java.util.ArrayList<>())
                        .add(v));
        Map<String, FloatTensor> values = new HashMap<>();
        groups.forEach((group, own) -> read(group, own, values));
        return values;
    }

    private void read(String group, List<Variable> variables, Map<String, FloatTensor> values) {
        String path = root.isEmpty() ? group : root + "/" + group;
        List<String> names = hdf.texts(path, "weight_names");
        List<Variable> ordered = Stream.concat(
                        variables.stream().filter(Variable::trained),
                        variables.stream().filter(v -> !v.trained()))
                .toList();
        if (names.size() != ordered.size()) {
            throw new UnusableInputException(
                    hdf.subject() + ", layer " + group,
                    ordered.size() + " weights ("
                            + String.join(
                                    ", ", ordered.stream().map(Variable::name).toList()) + ")",
                    names.size() + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")"),
                    "Save configuration and weights of the same model.");
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            values.put(
                    ordered.get(i).parameter(),
                    hdf.floats(path + "/" + name)
                            .orElseThrow(() -> new UnusableInputException(
                                    hdf.subject() + ", layer " + group,
                                    "the weight " + name,
                                    "none of that name",
                                    "Copy or write the file again.")));
        }
    }
}
