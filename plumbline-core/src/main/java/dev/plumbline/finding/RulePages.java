package dev.plumbline.finding;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules' pages, which {@code plumbline explain} prints: Markdown, the resource {@code dev/plumbline/rules/ID.md}.
 *
 * <p>To add one: put the file there. Its first line is {@code # ID: title}.
 */
public final class RulePages {
    private static final String FOLDER = "dev/plumbline/rules/";
    private static final String ENDING = ".md";

    /** A page that is always there, by which the folder is found, be it in a folder or in a jar. */
    private static final String ANCHOR = "not-finite";

    private RulePages() {}

    /**
     * The page of a rule, as Markdown.
     *
     * @throws UnusableInputException naming the nearest rule, if there is none of the id
     */
    public static String page(String id) {
        return find(id).orElseThrow(() -> {
            List<String> ids = ids();
            return new UnusableInputException(
                    "rule",
                    "one of the " + ids.size() + " rules",
                    "\"" + id + "\"",
                    "Did you mean `" + Spelling.nearest(id, ids) + "`?");
        });
    }

    /** The page of a rule, where there is one. */
    public static Optional<String> find(String id) {
        if (!id.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        URL page = resource(id);
        if (page == null) {
            return Optional.empty();
        }
        try (InputStream in = page.openStream()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the page of rule " + id, e);
        }
    }

    /** Ids of all rules that have a page, in alphabetical order. */
    public static List<String> ids() {
        URL anchor = resource(ANCHOR);
        if (anchor == null) {
            return List.of();
        }
        try (Stream<String> names = names(anchor)) {
            return names.filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("could not list the rules' pages beside " + anchor, e);
        }
    }

    private static Stream<String> names(URL anchor) throws IOException, URISyntaxException {
        URLConnection connection = anchor.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length()));
        }
        Path folder = Path.of(anchor.toURI()).resolveSibling("");
        return Files.list(folder).map(file -> String.valueOf(file.getFileName()));
    }

    private static @Nullable URL resource(String id) {
        return RulePages.class.getResource("/" + FOLDER + id + ENDING);
    }
}
