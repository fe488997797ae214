package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words on the command line that cannot be used are refused like files: one line, what, where and what to do. */
class BadCommandLineTest extends DamagedTable {
    @ParameterizedTest
    @ValueSource(strings = {"run", "start", "check", "overfit", "compare", "evaluate", "improve"})
    void nothingToWorkOnIsSaid(String command) {
        refuses(Answer.to(command), "PATH", "expected", "found nothing", "plumbline run examples/digits");
    }

    @Test
    void aCommandThatIsNotKnownNamesTheNearest() {
        refuses(Answer.to("rnu", "examples/digits"), "rnu", "Did you mean", "`run`", "--help");
        refuses(Answer.to("frobnicate"), "frobnicate", "--help");
    }

    @Test
    void anOptionThatIsNotKnownNamesTheNearest() {
        refuses(Answer.to("run", "--bugdet", "5m"), "--bugdet", "Did you mean", "`--budget`", "plumbline run --help");
        refuses(Answer.to("run", folder.toString(), folder.toString()), "plumbline run --help");
        refuses(Answer.to("run", folder.toString(), "--out"), "--out", "plumbline run --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0s", "-5m", "5", "", "5 years", "1e999h", "99999999999999999999h"})
    void aBudgetThatIsNoTimeIsNamed(String budget) {
        experiment("data: {train: train.csv, target: kind}");
        Path out = folder.resolve("out");
        refuses(
                Answer.to("run", folder.toString(), "--budget=" + budget, "--out", out.toString()),
                "--budget",
                "expected a time like 90s, 5m or 1h",
                "found \"" + budget + "\"");
        assertThat(files(out)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two"})
    void threadsThatCannotBeAreNamed(String threads) {
        experiment("data: {train: train.csv, target: kind}");
        refuses(Answer.to("run", folder.toString(), "--threads=" + threads), "--threads", threads);
    }

    @Test
    void aRuleThatIsNotKnownNamesTheNearest() {
        refuses(
                Answer.to("explain", "softmax-before-crossentropy"),
                "\"softmax-before-crossentropy\"",
                "Did you mean `softmax-before-cross-entropy`?");
        refuses(Answer.to("explain", "../secrets"), "secrets");
    }

    @Test
    void anEditThatIsNotKnownNamesTheNearest() {
        experiment("data: {train: train.csv, target: kind}");
        Path file = folder.resolve("new.yaml");
        refuses(
                Answer.to("apply", folder.toString(), "learning-rat=0.1", "-o", file.toString()),
                "\"learning-rat\"",
                "Did you mean `learning-rate=");
        refuses(Answer.to("apply", folder.toString(), "learning-rate=fast", "-o", file.toString()), "fast");
        refuses(Answer.to("apply", folder.toString(), "learning-rate=-1", "-o", file.toString()), "-1");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        experiment("data: {train: train.csv, target: kind}");
        Path file = write("new.yaml", "mine: true");
        refuses(
                Answer.to("apply", folder.toString(), "learning-rate=0.1", "-o", file.toString()),
                "new.yaml",
                "expected",
                "found",
                "--force");
        assertThat(file).hasContent("mine: true");
    }

    @Test
    void aFolderThatIsNotThereCannotBeWrittenTo() {
        experiment("data: {train: train.csv, target: kind}");
        Path file = folder.resolve("nowhere").resolve("new.yaml");
        refuses(Answer.to("apply", folder.toString(), "learning-rate=0.1", "-o", file.toString()), "nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "100.5", "Infinity", "abc", ""})
    void anErrorThatIsNoneIsNamed(String number) {
        refuses(Answer.to("evaluate", "--train=" + number, "--validation=5"), "train");
    }

    @Test
    void errorsWithoutTheOneOnTrainAreNotEnough() {
        refuses(Answer.to("evaluate", "--validation", "5"), "train error", "expected", "found none");
    }

    @Test
    void percentsAndSharesAreNotMixed() {
        refuses(Answer.to("evaluate", "--train", "0.05", "--validation", "12"), "percent", "shares");
    }

    @Test
    void aPathAndNumbersTogetherAreOneTooMany() {
        refuses(
                Answer.to("evaluate", folder.toString(), "--train", "5", "--validation", "6"),
                "expected either a path or numbers",
                "found both");
    }

    @Test
    void aUnitThatIsNotKnownNamesTheNearest() {
        refuses(Answer.to("evaluate", "--train", "5", "--unit", "percents"), "--unit", "Did you mean `percent`?");
        refuses(Answer.to("evaluate", "--train", "5", "--n-train", "0"), "number of train examples", "at least 1");
    }
}
