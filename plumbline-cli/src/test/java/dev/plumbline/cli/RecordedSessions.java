package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands and what they print, as a page of the docs shows them: a block that begins with {@code $ plumbline ...}.
 * {@code main} writes them anew, run in the folder of this module.
 *
 * @param page the page
 * @param scratch where the commands' own files go
 */
record RecordedSessions(Path page, Path scratch) {
    private static final Pattern BLOCK = Pattern.compile("```text\n\\$ plumbline ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    /** One block. */
    record Recorded(String command, String output) {}

    static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    List<Recorded> all() throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(RecordedSessions::recorded)
                .toList();
    }

    private static Recorded recorded(MatchResult block) {
        return new Recorded(block.group(1), block.group(2));
    }

    /** What a command prints today. */
    String outputOf(String command) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            boolean shipped = word.startsWith("examples/") || word.startsWith("docs/");
            boolean own = word.endsWith(".yaml");
            arguments.add(
                    shipped
                            ? root().resolve(word).toString()
                            : own ? scratch.resolve(word).toString() : word);
        }
        Answer answer = Answer.to(arguments.toArray(String[]::new));
        return (answer.out() + answer.err()).replace(root() + "/", "").replace(scratch + "/", "");
    }

    public static void main(String[] arguments) throws IOException {
        Path page = root().resolve("docs/STEP.md");
        RecordedSessions sessions = new RecordedSessions(page, Files.createTempDirectory("recorded"));
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        String written = blocks.replaceAll(block -> Matcher.quoteReplacement(
                "```text\n$ plumbline " + block.group(1) + "\n" + sessions.outputOf(block.group(1)) + "```"));
        Files.writeString(page, written);
    }
}
