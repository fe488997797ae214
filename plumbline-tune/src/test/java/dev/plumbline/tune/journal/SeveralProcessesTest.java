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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralProcessesTest {
    @TempDir
    Path folder;

    @Test
    void twoProcessesOnOneJournal_loseAndDoubleNoTrial() throws Exception {
        Path journal = folder.resolve("study.journal");
        WritingProcess.Child one = WritingProcess.start(journal, 150);
        WritingProcess.Child other = WritingProcess.start(journal, 150);

        List<Integer> told = new ArrayList<>(one.finished());
        told.addAll(other.finished());

        assertThat(one.process().waitFor()).isZero();
        assertThat(other.process().waitFor()).isZero();
        assertThat(told).hasSize(300).doesNotHaveDuplicates();
        try (Study study = Study.minimize().storage(JournalStorage.at(journal)).open()) {
            assertThat(study.trials()).hasSize(300);
            assertThat(study.history().complete()).hasSize(300).allMatch(SeveralProcessesTest::isWhole);
        }
    }

    /** {@code -Dplumbline.kills=10000} kills so many processes that are at work, two at a time. */
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
            WritingProcess.Child one = WritingProcess.start(journal, Integer.MAX_VALUE);
            WritingProcess.Child other = WritingProcess.start(journal, Integer.MAX_VALUE);
            one.awaitWork();
            other.awaitWork();
            Thread.sleep(random.nextInt(40));
            one.kill();
            Thread.sleep(random.nextInt(10));
            other.kill();
            told.addAll(one.finished());
            told.addAll(other.finished());

            try (Study study =
                    Study.minimize().storage(JournalStorage.at(journal)).open()) {
                assertThat(told).doesNotHaveDuplicates();
                assertThat(told.stream().filter(number -> !isWhole(study.trial(number))))
                        .as("finished trials that are not whole")
                        .isEmpty();
                assertThat(study.trials())
                        .as("what was under way has failed")
                        .allMatch(trial -> trial.state() == TrialState.COMPLETE || trial.state() == TrialState.FAILED);
            }
        }
        System.out.println("killed " + kills + " processes; the last journal has " + told.size()
                + " finished trials of " + Files.size(journal) + " bytes");
    }

    private static boolean isWhole(TrialRecord trial) {
        return trial.state() == TrialState.COMPLETE
                && trial.values().equals(List.of(WritingProcess.value(trial.number())))
                && trial.parameters().size() == 2
                && trial.intermediate().size() == 1;
    }
}
