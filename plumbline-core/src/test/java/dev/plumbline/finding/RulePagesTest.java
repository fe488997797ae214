package dev.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/plumbline/rules");

    static Stream<String> ids() {
        return RulePages.ids().stream();
    }

    @Test
    void theListingIsTheResourceFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(RulePages.ids())
                    .containsExactlyElementsOf(files.map(f -> f.getFileName().toString())
                            .sorted()
                            .map(name -> name.replace(".md", ""))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyPageNamesItsRuleAndSaysWhatToDo(String id) {
        assertThat(RulePages.page(id).lines())
                .hasSizeBetween(10, 60)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("# " + id))
                .anyMatch(line -> line.contains("What to do"))
                .anyMatch(line -> line.contains("Source"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-finit", "", "../rules/not-finite", "Not-Finite"})
    void anUnknownRuleNamesTheNearest(String id) {
        assertThat(RulePages.find(id)).isEmpty();
        assertThatThrownBy(() -> RulePages.page(id))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("Did you mean");
    }

    @Test
    void pagesAreFoundInAJarToo(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("core.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : new String[] {
                "dev/plumbline/finding/RulePages.class", "dev/plumbline/rules/not-finite.md", "dev/plumbline/rules/b.md"
            }) {
                entries.putNextEntry(new JarEntry(name));
                Path source = Path.of("target/classes").resolve(name);
                entries.write(Files.exists(source) ? Files.readAllBytes(source) : new byte[0]);
            }
        }
        try (java.net.URLClassLoader loader =
                new java.net.URLClassLoader(new java.net.URL[] {jar.toUri().toURL()}, null)) {
            Class<?> pages = loader.loadClass(RulePages.class.getName());
            assertThat(pages.getMethod("ids").invoke(null)).isEqualTo(java.util.List.of("b", "not-finite"));
        }
    }
}
