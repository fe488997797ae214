package dev.plumbline.tune.journal;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.space.Space;
import dev.plumbline.tune.storage.StudyEvent;
import dev.plumbline.tune.storage.StudyStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Studies that Optuna made: its journal ({@code JournalFileBackend}), or what {@code study.trials_dataframe().to_csv()}
 * wrote. A trial that was under way is taken as failed.
 *
 * <pre>{@code
 * StudyStorage storage = JournalStorage.at(Path.of("rates.study"));
 * OptunaImport.journal(Path.of("optuna.log")).writeTo(storage);
 * Study study = Study.maximize().storage(storage).open();
 * }</pre>
 */
public final class OptunaImport {
    private final String name;
    private final List<StudyEvent> events;

    private OptunaImport(ForeignStudy study) {
        this.name = study.name;
        this.events = study.events();
    }

    /**
     * The only study in a journal.
     *
     * @throws IllegalArgumentException if it holds none or several, or a line that is no JSON. Only the last line may
     *     be torn, which Optuna itself no longer opens: it is left out
     */
    public static OptunaImport journal(Path file) {
        List<ForeignStudy> studies = replayed(file).studies();
        if (studies.size() != 1) {
            throw new IllegalArgumentException(file + ": one study is expected, found " + studies.size() + ": "
                    + studies.stream().map(s -> s.name).toList() + ". Name one of them.");
        }
        return new OptunaImport(studies.get(0));
    }

    /** The study of a name in a journal. */
    public static OptunaImport journal(Path file, String study) {
        List<ForeignStudy> studies = replayed(file).studies();
        return new OptunaImport(studies.stream()
                .filter(s -> s.name.equals(study))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + ": the study `" + study + "` is expected, found "
                        + studies.stream().map(s -> s.name).toList())));
    }

    /**
     * The trials of a CSV export, which says nothing of directions and domains.
     *
     * @param space the parameters as far as they are known; of others the range that the trials have is taken, on a log
     *     scale where it spans a factor of a hundred or more
     */
    public static OptunaImport csv(Path file, String name, List<Direction> directions, Space space) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new OptunaImport(new TrialTable(text, space).study(name, directions));
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static OptunaJournal replayed(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        OptunaJournal journal = new OptunaJournal();
        for (int i = 0; i < lines.size(); i++) {
            try {
                journal.replay(lines.get(i));
            } catch (RuntimeException e) {
                if (i < lines.size() - 1) {
                    throw new IllegalArgumentException(
                            file + ", line " + (i + 1) + ": an operation of Optuna's journal is expected, but "
                                    + e.getMessage(),
                            e);
                }
            }
        }
        return journal;
    }

    private static UncheckedIOException unreadable(Path file, IOException e) {
        return new UncheckedIOException(file + ": cannot be read (" + e.getMessage() + "). Name another file.", e);
    }

    /** The study's name. */
    public String name() {
        return name;
    }

    /** What happened in the study, trial by trial. */
    public List<StudyEvent> events() {
        return List.copyOf(events);
    }

    /**
     * Writes the study into a storage.
     *
     * @throws IllegalStateException if there is a study in it
     */
    public void writeTo(StudyStorage storage) {
        List<StudyEvent> there = new ArrayList<>();
        storage.exchange(there::add, () -> {
            if (!there.isEmpty()) {
                throw new IllegalStateException("an empty storage is expected, but it holds " + there.size()
                        + " events of a study; name a new file");
            }
            return events;
        });
    }
}
