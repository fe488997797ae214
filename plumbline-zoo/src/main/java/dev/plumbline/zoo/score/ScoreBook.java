package dev.plumbline.zoo.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The scores of cases that were trained in full, so that a measurement need not train them again. */
public final class ScoreBook {
    private static final String RESOURCE = "/dev/plumbline/zoo/scores.tsv";

    private final Map<String, Scores> byId = new LinkedHashMap<>();

    private ScoreBook(List<String> lines) {
        lines.stream().filter(line -> !line.isBlank()).map(Scores::parse).forEach(s -> byId.put(s.id(), s));
    }

    /** The one that the module ships. */
    public static ScoreBook shipped() {
        try (InputStream in = Objects.requireNonNull(ScoreBook.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ScoreBook(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of a file; empty where there is none. */
    public static ScoreBook of(Path file) throws IOException {
        return new ScoreBook(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** The scores of a case; empty where it was not trained. */
    public Optional<Scores> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The scores of the base that a case was made of. */
    public Optional<Scores> healthyTwin(String id) {
        return of(id.substring(0, id.indexOf('/')) + "/healthy/as-it-is");
    }
}
