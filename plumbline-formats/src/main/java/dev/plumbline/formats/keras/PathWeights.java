package dev.plumbline.formats.keras;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a {@code .keras} file or of {@code save_weights} in Keras 3: each layer's variables by number under
 * the layer's place, {@code layers/dense_1/vars/0}.
 */
final class PathWeights implements WeightStore {
    private final Hdf hdf;

    PathWeights(Hdf hdf) {
        this.hdf = hdf;
    }

    @Override
    public Map<String, FloatTensor> values(List<Variable> variables) {
        Map<String, FloatTensor> values = new HashMap<>();
        for (Variable variable : variables) {
            String layer = place(variable);
            String path = layer + "/vars/" + variable.index();
            values.put(
                    variable.parameter(),
                    hdf.floats(path)
                            .orElseThrow(() -> new UnusableInputException(
                                    hdf.subject() + ", variable " + variable.parameter(),
                                    "its values at " + path,
                                    "none",
                                    "Save configuration and weights of the same model.")));
        }
        return values;
    }

    /** Keras on Windows once joined the names by backslashes, and before 3.0 called the layers otherwise. */
    private String place(Variable variable) {
        String place = String.join("/", variable.place());
        if (hdf.has(place)) {
            return place;
        }
        for (String other : List.of(
                place.replace("layers/", "_layer_checkpoint_dependencies/"),
                place.replace('/', '\\'),
                place.replace("layers/", "_layer_checkpoint_dependencies/").replace('/', '\\'))) {
            if (hdf.has(other)) {
                return other;
            }
        }
        return place;
    }
}
