package dev.plumbline.tune.journal;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.storage.StudyEvent;
import dev.plumbline.tune.storage.StudyEvent.ParameterDeclared;
import dev.plumbline.tune.storage.StudyEvent.ParametersChosen;
import dev.plumbline.tune.storage.StudyEvent.StudyCreated;
import dev.plumbline.tune.storage.StudyEvent.TrialAnnotated;
import dev.plumbline.tune.storage.StudyEvent.TrialEnqueued;
import dev.plumbline.tune.storage.StudyEvent.TrialFinished;
import dev.plumbline.tune.storage.StudyEvent.TrialPaused;
import dev.plumbline.tune.storage.StudyEvent.TrialResumed;
import dev.plumbline.tune.storage.StudyEvent.TrialStarted;
import dev.plumbline.tune.storage.StudyEvent.ValueReported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events to records and back. States and directions stand in the file by the numbers that are written here. */
final class EventCodec {
    private static final List<TrialState> STATES = List.of(TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAILED);

    private final Words words;
    private final ValueCodec values;

    EventCodec(Words words) {
        this.words = words;
        this.values = new ValueCodec(words);
    }

    /** @param worker the process that a trial runs in */
    void write(StudyEvent event, int worker, RecordWriter records) {
        if (event instanceof TrialStarted started) {
            records.begin(RecordType.STARTED).count(started.trial());
            records.count(worker).signed(started.time().toEpochMilli());
        } else if (event instanceof ParametersChosen chosen) {
            values.prepare(chosen.parameters(), records);
            records.begin(RecordType.CHOSEN).count(chosen.trial());
            values.write(chosen.parameters(), records);
        } else if (event instanceof ValueReported reported) {
            records.begin(RecordType.REPORTED).count(reported.trial());
            records.signed(reported.step()).real(reported.value());
        } else if (event instanceof TrialFinished finished) {
            records.begin(RecordType.FINISHED).count(finished.trial()).one(STATES.indexOf(finished.state()));
            records.signed(finished.time().toEpochMilli());
            writeReals(finished.values(), records);
            writeReals(finished.constraints(), records);
        } else {
            writeRare(event, worker, records);
        }
        records.end();
    }

    private void writeRare(StudyEvent event, int worker, RecordWriter records) {
        if (event instanceof TrialEnqueued enqueued) {
            values.prepare(enqueued.parameters(), records);
            records.begin(RecordType.ENQUEUED).count(enqueued.trial());
            values.write(enqueued.parameters(), records);
        } else if (event instanceof TrialPaused paused) {
            records.begin(RecordType.PAUSED).count(paused.trial());
        } else if (event instanceof TrialResumed resumed) {
            records.begin(RecordType.RESUMED).count(resumed.trial());
            records.count(worker).signed(resumed.time().toEpochMilli());
        } else if (event instanceof TrialAnnotated note) {
            int key = words.number(note.key(), records);
            records.begin(RecordType.ANNOTATED).count(note.trial()).count(key).text(note.text());
        } else if (event instanceof ParameterDeclared declared) {
            values.prepare(declared.parameter(), records);
            records.begin(RecordType.PARAMETER);
            values.write(declared.parameter(), records);
        } else if (event instanceof StudyCreated study) {
            records.begin(RecordType.STUDY)
                    .text(study.name())
                    .count(study.directions().size());
            study.directions().forEach(direction -> records.one(direction == Direction.MINIMIZE ? 0 : 1));
        } else {
            throw new IllegalStateException("the journal does not know the event " + event);
        }
    }

    /**
     * The event of a record whose type has been read; not for {@link RecordType#WORD} and {@link RecordType#WORKER}.
     */
    StudyEvent read(RecordType type, RecordReader payload) {
        if (type == RecordType.STUDY) {
            return new StudyCreated(payload.text(), readDirections(payload));
        }
        if (type == RecordType.PARAMETER) {
            return new ParameterDeclared(values.readParameter(payload));
        }
        int trial = payload.small();
        return switch (type) {
            case ENQUEUED -> new TrialEnqueued(trial, values.readMap(payload));
            case STARTED -> {
                payload.count(); // the worker
                yield new TrialStarted(trial, Instant.ofEpochMilli(payload.signed()));
            }
            case CHOSEN -> new ParametersChosen(trial, values.readMap(payload));
            case REPORTED -> new ValueReported(trial, (int) payload.signed(), payload.real());
            case PAUSED -> new TrialPaused(trial);
            case RESUMED -> {
                payload.count();
                yield new TrialResumed(trial, Instant.ofEpochMilli(payload.signed()));
            }
            case ANNOTATED -> new TrialAnnotated(trial, words.word(payload.small()), payload.text());
            case FINISHED -> {
                TrialState state = STATES.get(payload.one());
                Instant time = Instant.ofEpochMilli(payload.signed());
                yield new TrialFinished(trial, state, readReals(payload), readReals(payload), time);
            }
            default -> throw new IllegalStateException(type + " is no event");
        };
    }

    private static List<Direction> readDirections(RecordReader payload) {
        int count = payload.small();
        List<Direction> directions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            directions.add(payload.one() == 0 ? Direction.MINIMIZE : Direction.MAXIMIZE);
        }
        return List.copyOf(directions);
    }

    private static void writeReals(List<Double> reals, RecordWriter records) {
        records.count(reals.size());
        reals.forEach(records::real);
    }

    private static List<Double> readReals(RecordReader payload) {
        int count = payload.small();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(payload.real());
        }
        List<Double> reals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            reals.add(payload.real());
        }
        return List.copyOf(reals);
    }
}
