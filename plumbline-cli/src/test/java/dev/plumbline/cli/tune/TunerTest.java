package dev.plumbline.cli.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.cli.tune.page.TunePage;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.report.Ink;
import dev.plumbline.report.JsonDocument;
import dev.plumbline.tune.Study;
import dev.plumbline.tune.Trial;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of tuning but for the training, which is a formula. */
class TunerTest {
    private static final TuneFixture WINE = TuneFixture.of("wine");

    @TempDir
    Path folder;

    @Test
    void aGainBeyondTheNoise_isBelieved_andItsExperimentIsTheOneToWrite() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        TuneResult result =
                WINE.tune(tuned, new FormulaLab(e -> TuneFixture.accuracy(e, 0.001)), folder.resolve("a"), 60);

        assertThat(result.belief().repeats()).hasSize(3);
        assertThat(result.belief().isBeyondNoise()).isTrue();
        assertThat(result.isWorthWriting()).isTrue();
        assertThat(result.tuned().training().optimizer().learningRate()).isBetween(0.001, 0.01);
        assertThat(result.importances().shares().keySet().iterator().next()).isEqualTo("learning-rate");
        assertThat(TuneWords.headline(result)).startsWith("Accuracy on validation goes from");
        assertThat(result.asItWas()).isPresent();
    }

    @Test
    void aGainWithinTheNoise_isSaidToBeOne() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        // every run draws a lot of its own
        FormulaLab lab = new FormulaLab(e -> 0.9 + 0.02 * (e.fingerprint().hashCode() % 1000) / 1000);
        TuneResult result = WINE.tune(tuned, lab, folder.resolve("a"), 30);

        assertThat(result.belief().isBeyondNoise()).isFalse();
        assertThat(TuneWords.headline(result)).containsAnyOf("within the noise", "by luck");
    }

    @Test
    void poorTrials_arePruned_andTheUnchangedExperimentNever() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        TuneResult result =
                WINE.tune(tuned, new FormulaLab(e -> TuneFixture.accuracy(e, 0.001)), folder.resolve("a"), 60);

        assertThat(TuneWords.count(result, TrialState.PRUNED)).isGreaterThan(5);
        assertThat(result.trials().get(0).state()).isEqualTo(TrialState.COMPLETE);
    }

    @Test
    void aStudyThatWasEnded_goesOnWhereItWas_andTriesAgainWhatWasCutShort() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        AtomicInteger runs = new AtomicInteger();
        FormulaLab lab = new FormulaLab(e -> {
            runs.incrementAndGet();
            return TuneFixture.accuracy(e, 0);
        });
        Path journal = folder.resolve("a");
        WINE.tune(tuned, lab, journal, 20, 1);
        int before = runs.get();

        TuneResult result = WINE.tune(tuned, lab, journal, 25, 1);

        assertThat(result.trials()).hasSize(25);
        assertThat(runs.get() - before)
                .as("five trials, six of the best three, and six of the repeats")
                .isLessThanOrEqualTo(5 + 6 + 6);
    }

    @Test
    void anExperimentThatCannotBeBuilt_failsItsTrial_andTheOthersGoOn() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        FormulaLab lab = new FormulaLab(e -> {
            if (e.training().schedule().name().equals("step")) {
                throw new UnusableInputException("the model", "one that fits", "none", "Take another.");
            }
            return TuneFixture.accuracy(e, 0);
        });

        TuneResult result = WINE.tune(tuned, lab, folder.resolve("a"), 30);

        assertThat(TuneWords.count(result, TrialState.FAILED)).isPositive();
        assertThat(result.trials()).hasSize(30);
        assertThat(result.best()).isNotNull();
    }

    @Test
    void aTrialThatWonByLuck_isNotTheOneToCompare_whereItsRivalsAreBetterInTheMean() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        long seed = WINE.experiment().training().seed();
        // cosine is better; but one seed likes the step schedule, and that is the seed of the search
        FormulaLab lab = new FormulaLab(e -> switch (e.training().schedule().name()) {
            case "cosine" -> 0.95;
            case "step" -> e.training().seed() == seed ? 0.96 : 0.9;
            default -> 0.8;
        });
        // one at a time: with two the order decides which trials there are
        TuneResult result = WINE.tune(tuned, lab, folder.resolve("a"), 12, 1);
        TrialRecord luckiest = result.history().complete().stream()
                .max(Comparator.comparingDouble(trial -> trial.values().get(0)))
                .orElseThrow();

        assertThat(luckiest.parameters()).containsEntry("schedule", "step");
        assertThat(result.edits()).contains("schedule=cosine");
        assertThat(result.belief().isBeyondNoise()).isTrue();
    }

    @Test
    void aTrialThatTakesTooLong_isStopped_beforeItEatsTheSearch() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        Study study = Study.maximize().space(tuned.proposed().space()).open();
        Trial trial = study.ask();
        TrialRun run = new TrialRun(trial, true, Duration.ZERO, () -> false);
        run.onEpoch(new Epoch(1, 1, 0.1, 1, 0.5, 1.0, 0.5, 1), 10);

        assertThat(run.stop()).isTrue();
        assertThat(study.trial(trial.number()).notes()).containsKey("took too long");
        TrialRun asItIs = new TrialRun(trial, false, Duration.ZERO, () -> false);
        asItIs.onEpoch(new Epoch(2, 2, 0.1, 1, 0.5, 1.0, 0.5, 1), 10);
        assertThat(asItIs.stop()).isFalse();
    }

    @Test
    void aBestTrialAtTheEndOfItsRange_isWarnedOf() throws IOException {
        Tuned tuned =
                WINE.tuned(folder, "tune: {learning-rate: [1e-4, 1e-3], schedule: keep, loss: keep}", Sensitivity.HIGH);
        TuneResult result = WINE.tune(
                tuned,
                new FormulaLab(
                        e -> 0.5 + 0.1 * Math.log10(e.training().optimizer().learningRate() * 1e5)),
                folder.resolve("a"),
                60);

        assertThat(result.edges()).extracting(edge -> edge.knob().name()).contains("learning-rate");
        assertThat(TuneWords.edge(result.edges().get(0))).contains("upper end").contains("`tune`");
    }

    @Test
    void textJsonAndPage_tellTheSame_andThePageLoadsNothingAndStaysSmall() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        TuneResult result =
                WINE.tune(tuned, new FormulaLab(e -> TuneFixture.accuracy(e, 0.001)), folder.resolve("a"), 150);

        String page = new TunePage(result, "examples/wine").html();
        keep(page);
        String json = JsonDocument.text(new TuneJson(result).tree());
        List<String> text = new TuneText(Ink.PLAIN, 100).result(result, Path.of("out.yaml"));

        assertThat(page).contains(TuneWords.headline(result)).doesNotContain("http://", "https://", "NaN", "src=");
        assertThat(page.length()).isLessThan(1 << 20);
        assertThat(json).contains("\"learning-rate\"", "\"beyondNoise\" : true");
        assertThat(text).anyMatch(line -> line.contains("learning-rate"));
        for (String section : List.of("importance", "history", "settings", "pairs", "lines", "timeline", "trials")) {
            assertThat(page).contains("<section id=\"" + section + "\"");
        }
    }

    /** {@code -Dplumbline.keep=FILE} keeps the page for a look. */
    private static void keep(String page) throws IOException {
        String file = System.getProperty("plumbline.keep");
        if (file != null) {
            Files.writeString(Path.of(file), page);
        }
    }

    @Test
    void anEmptyStudy_hasAPageToo() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        FormulaLab lab = new FormulaLab(e -> {
            throw new UnusableInputException("the model", "one that fits", "none", "Take another.");
        });

        TuneResult result = WINE.tune(tuned, lab, folder.resolve("a"), 3);

        assertThat(new TunePage(result, "examples/wine").html()).contains("No trial came to its end.");
        assertThat(new TuneText(Ink.PLAIN, 80).result(result, Path.of("x"))).isNotEmpty();
    }

    @Test
    void enqueuedSettings_areReadAsApplyTakesThem() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);

        assertThat(tuned.configuration("learning-rate=0.001 wider=2 dropout=0.2 schedule=cosine"))
                .containsEntry("learning-rate", 0.001)
                .containsEntry("width", "wider=2")
                .containsEntry("dropout", 0.2)
                .containsEntry("schedule", "cosine");
        assertThatThrownBy(() -> tuned.configuration("learning-rate=5"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("learning-rate=5");
    }

    @Test
    void aBestTrialThatWasNotRepeated_isToldOfButNotWritten() throws IOException {
        Tuned tuned = WINE.tuned(folder, "", Sensitivity.MEDIUM);
        TuneResult whole =
                WINE.tune(tuned, new FormulaLab(e -> TuneFixture.accuracy(e, 0.001)), folder.resolve("a"), 20);
        TuneResult ended = new TuneResult(
                whole.experiment(),
                whole.proposed(),
                whole.history(),
                whole.trials(),
                whole.best(),
                whole.tuned(),
                Belief.of(whole.experiment().goal().metric(), List.of()),
                whole.time(),
                false);

        assertThat(ended.isWorthWriting()).isFalse();
        assertThat(String.join(" ", new TuneText(Ink.PLAIN, 100).result(ended, Path.of("out.yaml"))))
                .contains("not repeated")
                .contains("learning-rate=");
    }
}
