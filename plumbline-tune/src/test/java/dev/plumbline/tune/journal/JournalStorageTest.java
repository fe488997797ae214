package dev.plumbline.tune.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.tune.Study;
import dev.plumbline.tune.Trial;
import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Condition;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.OrdinalDomain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.storage.StudyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalStorageTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_123L);

    @TempDir
    Path folder;

    @Test
    void everyKindOfEvent_comesBackAsItWas() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rate", 1e-3);
        values.put("units", -7L);
        values.put("kind", "größer");
        values.put("norm", true);
        List<StudyEvent> events = List.of(
                new StudyEvent.StudyCreated("a study", List.of(Direction.MINIMIZE, Direction.MAXIMIZE)),
                new StudyEvent.ParameterDeclared(new Parameter("rate", FloatDomain.log(1e-5, 1), null)),
                new StudyEvent.ParameterDeclared(
                        new Parameter("drop", FloatDomain.of(0, 0.5).step(0.1), null)),
                new StudyEvent.ParameterDeclared(
                        new Parameter("units", IntDomain.of(-8, 8).step(2), null)),
                new StudyEvent.ParameterDeclared(
                        new Parameter("kind", CategoricalDomain.of("größer", 1L, 0.5, false), null)),
                new StudyEvent.ParameterDeclared(
                        new Parameter("size", OrdinalDomain.of("s", "m"), Condition.when("kind", "größer", 1L))),
                new StudyEvent.TrialEnqueued(0, values),
                new StudyEvent.TrialStarted(0, NOW),
                new StudyEvent.ParametersChosen(0, values),
                new StudyEvent.ValueReported(0, 1, Double.NaN),
                new StudyEvent.ValueReported(0, 1_000_000, Double.NEGATIVE_INFINITY),
                new StudyEvent.TrialPaused(0),
                new StudyEvent.TrialResumed(0, NOW.plusMillis(5)),
                new StudyEvent.TrialAnnotated(0, "why", "a note\nof two lines"),
                new StudyEvent.TrialFinished(
                        0, TrialState.COMPLETE, List.of(0.25, -3.5), List.of(-1.0), NOW.plusMillis(9)));
        Path file = folder.resolve("study.journal");
        write(file, events);

        assertThat(read(file)).isEqualTo(events);
    }

    @Test
    void aStudy_goesOnWhereItWas() {
        Path file = folder.resolve("study.journal");
        for (int round = 0; round < 3; round++) {
            try (Study study = Study.minimize().storage(JournalStorage.at(file)).open()) {
                for (int i = 0; i < 4; i++) {
                    Trial trial = study.ask();
                    double x = trial.suggestFloat("x", -1, 1);
                    trial.report(1, x);
                    study.tell(trial, x * x);
                }
            }
        }

        try (Study study = Study.minimize().storage(JournalStorage.at(file)).open()) {
            assertThat(study.trials()).hasSize(12).allMatch(trial -> trial.state() == TrialState.COMPLETE);
            assertThat(study.trials().stream().map(TrialRecord::number))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(study.trial(11).intermediate()).hasSize(1);
        }
    }

    @Test
    void twoStudiesOnOneFile_seeEachOthersTrials_andShareTheNumbers() {
        Path file = folder.resolve("study.journal");
        try (Study one = Study.minimize().storage(JournalStorage.at(file)).open();
                Study other = Study.minimize().storage(JournalStorage.at(file)).open()) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Study study = i % 3 == 0 ? one : other;
                Trial trial = study.ask();
                numbers.add(trial.number());
                study.tell(trial, trial.suggestFloat("x", 0, 1));
            }

            assertThat(numbers).doesNotHaveDuplicates();
            one.annotate(0, "seen", "yes");
            assertThat(one.trials()).hasSize(20);
        }
    }

    @Test
    void aTrialWhoseProcessEnded_hasFailed_andOneElsewhereGoesOn() {
        Path file = folder.resolve("study.journal");
        Worker here = Worker.here();
        start(file, new Worker(here.host(), here.process(), here.began() - 1), 0);
        start(file, new Worker("another machine", 1, 1), 1);
        start(file, here, 2);

        try (Study study = Study.minimize().storage(JournalStorage.at(file)).open()) {
            assertThat(study.trials().stream().map(TrialRecord::state))
                    .containsExactly(TrialState.FAILED, TrialState.RUNNING, TrialState.RUNNING);
            assertThat(study.trial(0).notes()).containsKey(JournalStorage.ABANDONED);
        }
    }

    @Test
    void cutAtAnyByte_theStudyOpens_andEveryTrialThatWasWrittenWholeIsThere() throws IOException {
        Path file = folder.resolve("study.journal");
        List<Long> ends = new ArrayList<>();
        try (Study study = Study.minimize().storage(JournalStorage.at(file)).open()) {
            for (int i = 0; i < 5; i++) {
                Trial trial = study.ask();
                study.tell(trial, trial.suggestCategorical("kind", "a", "b").length());
                ends.add(Files.size(file));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 0; cut <= whole.length; cut++) {
            Path torn = folder.resolve("cut-" + cut);
            Files.write(torn, Arrays.copyOf(whole, cut));
            int length = cut;
            try (Study study = Study.minimize().storage(JournalStorage.at(torn)).open()) {
                long complete = ends.stream().filter(end -> end <= length).count();
                assertThat(study.history().complete()).as("cut at byte %s", cut).hasSize((int) complete);
                study.tell(study.ask(), 1);
            }
        }
    }

    @Test
    void anotherDirection_isRefused() {
        Path file = folder.resolve("study.journal");
        Study.minimize().storage(JournalStorage.at(file)).open().close();

        assertThatThrownBy(
                        () -> Study.maximize().storage(JournalStorage.at(file)).open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MINIMIZE");
    }

    private static void start(Path file, Worker worker, int trial) {
        try (JournalStorage storage = JournalStorage.of(file, worker)) {
            List<StudyEvent> events = new ArrayList<>();
            if (trial == 0) {
                events.add(new StudyEvent.StudyCreated("study", List.of(Direction.MINIMIZE)));
            }
            events.add(new StudyEvent.TrialStarted(trial, NOW));
            storage.exchange(event -> {}, () -> events);
        }
    }

    private static void write(Path file, List<StudyEvent> events) {
        try (JournalStorage storage = JournalStorage.durable(file)) {
            storage.exchange(event -> {}, () -> events);
        }
    }

    private static List<StudyEvent> read(Path file) {
        List<StudyEvent> events = new ArrayList<>();
        try (JournalStorage storage = JournalStorage.at(file)) {
            storage.exchange(events::add, List::of);
        }
        return events;
    }
}
