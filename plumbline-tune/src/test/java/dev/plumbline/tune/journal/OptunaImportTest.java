package dev.plumbline.tune.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.tune.Study;
import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Space;
import dev.plumbline.tune.storage.StudyStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are what Optuna 5.0 wrote of one study: an enqueued, a failed, pruned ones, one left running. */
class OptunaImportTest {
    @TempDir
    Path folder;

    @Test
    void aJournal_isTakenWithDomainsReportsAndNotes() throws Exception {
        Study study = opened(OptunaImport.journal(resource("journal.log")));

        assertThat(study.name()).isEqualTo("rates");
        assertThat(study.trials()).hasSize(31);
        TrialRecord first = study.trial(0);
        assertThat(first.state()).isEqualTo(TrialState.COMPLETE);
        assertThat(first.parameters())
                .containsEntry("learning-rate", 0.003)
                .containsEntry("units", 20L)
                .containsEntry("depth", 2L)
                .containsEntry("activation", "gelu")
                .containsEntry("batch-norm", true);
        assertThat(first.intermediate()).hasSize(3).containsEntry(1, 0.611330006252977);
        assertThat(first.notes()).containsEntry("note", "run, 0");
        assertThat(first.start()).isNotNull().isBefore(Objects.requireNonNull(first.end()));
        assertThat(study.trial(4).state()).isEqualTo(TrialState.PRUNED);
        assertThat(study.trial(5).state()).isEqualTo(TrialState.FAILED);
        assertThat(study.space().parameter("units").orElseThrow().domain()).isEqualTo(IntDomain.log(16, 512));
        assertThat(study.space().parameter("activation").orElseThrow().domain())
                .isEqualTo(CategoricalDomain.of("relu", "tanh", "gelu"));
        assertThat(study.best().orElseThrow().number()).isEqualTo(3);
        assertThat(study.best().orElseThrow().values().get(0)).isEqualTo(0.9241087250108599);
    }

    @Test
    void whatWasUnderWay_hasFailed_sinceNobodyGoesOnWithIt() throws Exception {
        TrialRecord left = opened(OptunaImport.journal(resource("journal.log"))).trial(30);

        assertThat(left.state()).isEqualTo(TrialState.FAILED);
        assertThat(left.notes()).containsKey(JournalStorage.ABANDONED);
    }

    @Test
    void aTornLastLine_costsItselfOnly() throws Exception {
        byte[] whole = Files.readAllBytes(resource("journal.log"));
        Path torn = folder.resolve("torn.log");
        Files.write(torn, java.util.Arrays.copyOf(whole, whole.length - 9));

        assertThat(opened(OptunaImport.journal(torn)).trials()).hasSize(31);
    }

    @Test
    void aLineThatIsNone_isNamed() throws Exception {
        Path broken = folder.resolve("broken.log");
        Files.writeString(broken, "{\"op_code\": 0, \"study_name\": \"a\", \"directions\": [1]}\n{\"op_code\": \n{}\n");

        assertThatThrownBy(() -> OptunaImport.journal(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.log, line 2")
                .hasMessageContaining("expected a value at character 13");
    }

    @Test
    void aCsvExport_isTakenByWhatItShows() throws Exception {
        OptunaImport table = OptunaImport.csv(
                resource("trials.csv"),
                "rates",
                List.of(Direction.MAXIMIZE),
                Space.of("learning-rate", FloatDomain.log(1e-5, 1e-1)));
        Study study = opened(table);
        Study same = opened(OptunaImport.journal(resource("journal.log")));

        assertThat(study.trials()).hasSize(31);
        for (int i = 0; i < 30; i++) {
            assertThat(study.trial(i).state()).isEqualTo(same.trial(i).state());
            assertThat(study.trial(i).parameters())
                    .containsExactlyInAnyOrderEntriesOf(same.trial(i).parameters());
            if (study.trial(i).state() == TrialState.COMPLETE) {
                assertThat(study.trial(i).values().get(0))
                        .isCloseTo(same.trial(i).values().get(0), within(1e-12));
            }
            assertThat(study.trial(i).notes()).isEqualTo(same.trial(i).notes());
        }
        assertThat(study.space().parameter("learning-rate").orElseThrow().domain())
                .isEqualTo(FloatDomain.log(1e-5, 1e-1));
        assertThat(study.space().parameter("depth").orElseThrow().domain()).isEqualTo(IntDomain.of(1, 4));
    }

    @Test
    void aStudyThatIsThere_isNotWrittenOver() throws Exception {
        StudyStorage storage = JournalStorage.at(folder.resolve("study"));
        OptunaImport imported = OptunaImport.journal(resource("journal.log"));
        imported.writeTo(storage);
        storage.close();

        try (StudyStorage again = JournalStorage.at(folder.resolve("study"))) {
            assertThatThrownBy(() -> imported.writeTo(again))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("an empty storage is expected");
        }
    }

    private Study opened(OptunaImport imported) throws IOException {
        Path file = Files.createTempFile(folder, "study", ".journal");
        try (StudyStorage storage = JournalStorage.at(file)) {
            imported.writeTo(storage);
        }
        try (Study study = Study.maximize().storage(JournalStorage.at(file)).open()) {
            return study;
        }
    }

    private static Path resource(String name) throws Exception {
        return Path.of(Objects.requireNonNull(OptunaImportTest.class.getResource("/dev/plumbline/tune/optuna/" + name))
                .toURI());
    }
}
