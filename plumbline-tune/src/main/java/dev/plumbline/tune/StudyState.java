package dev.plumbline.tune;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.Space;
import dev.plumbline.tune.storage.StudyEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of a study amount to. For one thread at a time. */
final class StudyState {
    private final List<TrialRecord> byNumber = new ArrayList<>();
    private final Map<Integer, OpenTrial> open = new LinkedHashMap<>();
    private final GrowingList<TrialRecord> finished = new GrowingList<>();
    private List<Direction> directions = List.of();
    private String name = "";
    private final GrowingList<TrialRecord> complete = new GrowingList<>();
    private final ObservedSpace observed = new ObservedSpace();
    private Space space = Space.empty();

    void apply(StudyEvent event) {
        if (event instanceof StudyEvent.StudyCreated created) {
            name = created.name();
            directions = List.copyOf(created.directions());
        } else if (event instanceof StudyEvent.ParameterDeclared declared) {
            space = space.with(declared.parameter());
        } else if (event instanceof StudyEvent.TrialEnqueued enqueued) {
            add(new OpenTrial(enqueued.trial(), enqueued.parameters()));
        } else if (event instanceof StudyEvent.TrialStarted started) {
            if (started.trial() >= byNumber.size()) {
                add(new OpenTrial(started.trial(), Map.of()));
            }
            open(started.trial()).begin(started.time());
        } else if (event instanceof StudyEvent.ParametersChosen chosen) {
            changed(chosen.trial()).parameters.putAll(chosen.parameters());
        } else if (event instanceof StudyEvent.ValueReported reported) {
            changed(reported.trial()).intermediate.put(reported.step(), reported.value());
        } else if (event instanceof StudyEvent.TrialPaused paused) {
            open(paused.trial()).pause();
        } else if (event instanceof StudyEvent.TrialResumed resumed) {
            open(resumed.trial()).begin(resumed.time());
        } else if (event instanceof StudyEvent.TrialAnnotated annotated) {
            annotate(annotated);
        } else if (event instanceof StudyEvent.TrialFinished end) {
            finish(end);
        }
    }

    private void add(OpenTrial trial) {
        if (trial.number != byNumber.size()) {
            throw new IllegalStateException("trial " + byNumber.size() + " of the study `" + name
                    + "` is expected next, but got trial " + trial.number + "; its storage holds events out of order");
        }
        byNumber.add(trial.record());
        open.put(trial.number, trial);
    }

    private void annotate(StudyEvent.TrialAnnotated annotated) {
        OpenTrial trial = open.get(annotated.trial());
        if (trial != null) {
            trial.notes.put(annotated.key(), annotated.text());
            trial.changed();
        } else {
            TrialRecord old = byNumber.get(annotated.trial());
            byNumber.set(annotated.trial(), old.withNote(annotated.key(), annotated.text()));
        }
    }

    private void finish(StudyEvent.TrialFinished end) {
        TrialRecord record = open(end.trial()).finish(end.state(), end.values(), end.constraints(), end.time());
        open.remove(end.trial());
        byNumber.set(end.trial(), record);
        finished.add(record);
        if (end.state() == TrialState.COMPLETE) {
            complete.add(record);
        }
    }

    private OpenTrial changed(int number) {
        OpenTrial trial = open(number);
        trial.changed();
        return trial;
    }

    /** A trial that is not finished. */
    OpenTrial open(int number) {
        OpenTrial trial = open.get(number);
        if (trial == null) {
            String found = number < 0 || number >= byNumber.size()
                    ? "there are " + byNumber.size() + " trials"
                    : "it is " + byNumber.get(number).state();
            throw new IllegalStateException("trial " + number + " is expected to be under way, but " + found);
        }
        return trial;
    }

    /** A trial that runs. */
    OpenTrial running(int number) {
        OpenTrial trial = open(number);
        if (trial.state() != TrialState.RUNNING) {
            throw new IllegalStateException("trial " + number + " is expected to run, but it is " + trial.state());
        }
        return trial;
    }

    /** The waiting trial that is next in the queue. */
    @Nullable
    OpenTrial nextWaiting() {
        for (OpenTrial trial : open.values()) {
            if (trial.state() == TrialState.WAITING) {
                return trial;
            }
        }
        return null;
    }

    int trialCount() {
        return byNumber.size();
    }

    TrialRecord trial(int number) {
        if (number < 0 || number >= byNumber.size()) {
            throw new IllegalArgumentException(
                    "a trial from 0 to " + (byNumber.size() - 1) + " is expected, but got " + number);
        }
        OpenTrial trial = open.get(number);
        return trial == null ? byNumber.get(number) : trial.record();
    }

    List<TrialRecord> trials() {
        List<TrialRecord> all = new ArrayList<>(byNumber);
        open.values().forEach(trial -> all.set(trial.number, trial.record()));
        return List.copyOf(all);
    }

    History history() {
        List<TrialRecord> running = open.values().stream()
                .filter(trial -> trial.state() != TrialState.WAITING)
                .map(OpenTrial::record)
                .toList();
        return new History(directions, finished.snapshot(), running);
    }

    List<Direction> directions() {
        return directions;
    }

    String name() {
        return name;
    }

    Space space() {
        return space;
    }

    /** The space with the conditions that the trials of a define-by-run study show. */
    Space observedSpace() {
        return observed.of(space, complete.snapshot());
    }
}
