package dev.plumbline.report;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.SettingLines;
import dev.plumbline.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The line of an experiment file that a finding's subject names: a setting, a layer, a split, an array or a column; the
 * model's for whatever is in the network and not in the file; 1 for all else.
 *
 * @param network null where it is not known
 */
record FindingLine(SettingLines lines, @Nullable Network network) {
    private static final int TOP = 1;

    /** Subjects may be lists and carry words around the name: "layer dense_1, node dense_1/Relu". */
    int of(String subject) {
        List<String> words = Stream.concat(Stream.of(subject), Arrays.stream(subject.split("[,\\s]+")))
                .toList();
        return Stream.concat(words.stream().map(this::named), words.stream().map(this::ofNetwork))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst()
                .orElse(TOP);
    }

    private OptionalInt named(String word) {
        return Stream.of(
                        setting(word),
                        lines.layer(word),
                        lines.layer(word.replaceFirst("/.*", "")),
                        lines.dataValue(word))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private OptionalInt setting(String word) {
        if (word.equals("loss")) {
            return lines.setting("training.loss");
        }
        boolean split =
                Arrays.stream(SplitName.values()).anyMatch(s -> s.label().equals(word));
        return lines.setting(split ? "data." + word : word);
    }

    private OptionalInt ofNetwork(String word) {
        boolean known = network != null
                && (network.nodes().stream()
                                .anyMatch(
                                        n -> n.name().equals(word) || n.layer().equals(word))
                        || network.parameters().stream().anyMatch(p -> p.name().equals(word)));
        return known ? lines.setting("model") : OptionalInt.empty();
    }
}
