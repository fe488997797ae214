package dev.plumbline.tune.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tune.Study;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralProcessesTest {
    @TempDir
    Path folder;

    @Test
    void twoProcessesOnOneJournal_loseAndDoubleNoTrial() throws Exception {
        Path journal = folder.resolve("study.journal");
        Process one = WritingProcess.start(journal, 150);
        Process other = WritingProcess.start(journal, 150);

        List<Integer> told = new ArrayList<>(WritingProcess.finished(one));
        told.addAll(WritingProcess.finished(other));

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(told).hasSize(300).doesNotHaveDuplicates();
        try (Study study = Study.minimize().storage(JournalStorage.at(journal)).open()) {
            assertThat(study.trials()).hasSize(300);
            assertThat(study.history().complete()).hasSize(300).allMatch(SeveralProcessesTest::isWhole);
        }
    }

    /** {@code -Dplumbline.kills=10000} kills so many processes, two at a time. */
    @Test
    @Tag("soak")
    void processesThatAreKilled_loseNoFinishedTrial_andTheStudyAlwaysOpens() throws Exception {
        int kills = Integer.getInteger("plumbline.kills", 200);
        SplittableRandom random = new SplittableRandom(42);
        List<Integer> told = new ArrayList<>();
        Path journal = folder.resolve("study-0");
        for (int kill = 0; kill < kills; kill += 2) {
            if (kill % 100 == 0) {
                Files.deleteIfExists(journal);
                journal = folder.resolve("study-" + kill);
                told.clear();
            }
            Process one = WritingProcess.start(journal, Integer.MAX_VALUE);
            Process other = WritingProcess.start(journal, Integer.MAX_VALUE);
            one.waitFor(150 + random.nextInt(350), TimeUnit.MILLISECONDS);
            WritingProcess.kill(one);
            other.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
            WritingProcess.kill(other);
            told.addAll(WritingProcess.finished(one));
            told.addAll(WritingProcess.finished(other));

            try (Study study = Study.minimize().storage(JournalStorage.at(journal)).open()) {
                assertThat(told).doesNotHaveDuplicates();
                assertThat(told).allSatisfy(number -> {
                    TrialRecord trial = study.trial(number);
                    assertThat(isWhole(trial)).as("trial %s after %s kills", trial, kills).isTrue();
                });
                assertThat(study.trials())
                        .as("what was under way has failed")
                        .allMatch(trial -> trial.state() == TrialState.COMPLETE || trial.state() == TrialState.FAILED);
            }
        }
        System.out.println("killed " + kills + " processes; the last journal has " + told.size() + " finished trials");
    }

    private static boolean isWhole(TrialRecord trial) {
        return trial.state() == TrialState.COMPLETE
                && trial.values().equals(List.of(WritingProcess.value(trial.number())))
                && trial.parameters().size() == 2
                && trial.intermediate().size() == 1;
    }
}
