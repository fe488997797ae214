package dev.plumbline.formats;

import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.SplitPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Data plans for the tests, written as a person would write them; all rows are in train unless a test says otherwise.
 *
 * @param keys below {@code data}, as YAML
 */
record Plans(Map<String, String> keys) {
    static Plans of(Path train) {
        return new Plans(Map.of("train", quoted(train.toString()), "validation", "none"));
    }

    /** A file that NumPy wrote. */
    static Path npz(String name) {
        try {
            return Path.of(Objects.requireNonNull(Plans.class.getResource("/npz/" + name + ".npz"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path folder, String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataPlan plan() {
        String data = keys.entrySet().stream()
                .map(e -> "  " + e.getKey() + ": " + e.getValue() + "\n")
                .collect(Collectors.joining());
        return ExperimentFile.parse("data:\n" + data, Path.of("experiment.yaml"))
                .data();
    }

    Plans with(String key, String yaml) {
        Map<String, String> changed = new TreeMap<>(keys);
        changed.put(key, yaml);
        return new Plans(changed);
    }

    Plans validation(SplitPlan changed) {
        return with("validation", yaml(changed));
    }

    Plans test(SplitPlan changed) {
        return with("test", yaml(changed));
    }

    Plans shifted(SplitPlan changed) {
        return with("shifted-validation", yaml(changed));
    }

    Plans inputs(String... names) {
        return with("inputs", Arrays.stream(names).map(Plans::quoted).toList().toString());
    }

    Plans target(String name) {
        return with("target", quoted(name));
    }

    Plans shape(Integer... sizes) {
        return with("sample-shape", Arrays.toString(sizes));
    }

    Plans modality(Modality modality) {
        return with("modality", modality.label());
    }

    private static String yaml(SplitPlan split) {
        if (split instanceof SplitPlan.FromFile file) {
            return quoted(file.path().toString());
        }
        return split instanceof SplitPlan.Fraction part ? "{fraction: " + part.fraction() + "}" : "none";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
