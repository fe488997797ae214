package dev.plumbline.network.architecture;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The architectures by name. */
public final class Architectures {
    private final Map<String, Architecture> byName = new LinkedHashMap<>();

    private Architectures(List<Architecture> architectures) {
        architectures.forEach(architecture -> byName.put(architecture.name(), architecture));
    }

    /** Every architecture that Plumbline knows; a new one is added to this list. */
    public static Architectures standard() {
        return new Architectures(Arrays.asList(new Mlp(), new LeNet(), new LstmNet()));
    }

    /** @throws UnusableInputException naming the nearest, if there is none of the name */
    public Architecture get(String name) {
        Architecture architecture = byName.get(name);
        if (architecture == null) {
            throw new UnusableInputException(
                    "model.architecture",
                    "one of " + String.join(", ", byName.keySet()),
                    "\"" + name + "\"",
                    "Did you mean `" + Spelling.nearest(name, byName.keySet()) + "`?");
        }
        return architecture;
    }
}
