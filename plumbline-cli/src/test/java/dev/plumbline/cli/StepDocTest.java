package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepDocTest {
    private static final Pattern NUMBER = Pattern.compile("-?\\b[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?\\b");

    /** Bars are as long as their number says. */
    private static final Pattern BAR = Pattern.compile(" #+ ");

    @TempDir
    private Path scratch;

    @Test
    void the_recorded_sessions_are_what_the_command_prints() throws IOException {
        RecordedSessions sessions = new RecordedSessions(RecordedSessions.root().resolve("docs/STEP.md"), scratch);
        List<RecordedSessions.Recorded> all = sessions.all();
        assertThat(all).hasSize(3);
        for (RecordedSessions.Recorded recorded : all) {
            String today = sessions.outputOf(recorded.command());
            assertThat(words(today)).as(recorded.command()).isEqualTo(words(recorded.output()));
            List<Double> numbers = numbers(today);
            List<Double> expected = numbers(recorded.output());
            for (int i = 0; i < expected.size(); i++) {
                assertThat(numbers.get(i))
                        .as(recorded.command() + ", number " + i)
                        .isCloseTo(expected.get(i), within(1e-5 + 0.02 * Math.abs(expected.get(i))));
            }
        }
    }

    private static String words(String text) {
        String bare = BAR.matcher(text).replaceAll(" ");
        return NUMBER.matcher(bare).replaceAll("0").replaceAll("[ -]+", " ");
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Double::valueOf)
                .toList();
    }
}
