package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.sampler.Cursor;
import dev.plumbline.tune.space.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The finished trials of a study as columns of numbers and a ranking. Grows with the study. */
final class Observations {
    private final Map<String, Column> columns = new HashMap<>();
    private final List<TrialRecord> trials = new ArrayList<>();
    private Cursor consumed = Cursor.START;
    private Ranking ranking;
    private int withValue;

    Observations(History history) {
        ranking = ranking(history);
    }

    private static Ranking ranking(History history) {
        return history.directions().size() == 1
                ? new SingleRanking(history.direction())
                : new ParetoRanking(history.directions());
    }

    /** Takes in what has finished since the last call. */
    void update(History history) {
        List<TrialRecord> finished = history.finished();
        if (!consumed.continues(finished)) {
            columns.clear();
            trials.clear();
            withValue = 0;
            consumed = Cursor.START;
            ranking = ranking(history);
        }
        for (TrialRecord trial : finished.subList(consumed.count(), finished.size())) {
            trials.add(trial);
            ranking.add(trial);
            withValue += trial.values().isEmpty() ? 0 : 1;
        }
        consumed = Cursor.after(finished);
    }

    int count() {
        return trials.size();
    }

    /** How many trials brought a value. They come first in the ranking. */
    int withValue() {
        return withValue;
    }

    int ranked(int place) {
        return ranking.at(place);
    }

    Column column(Parameter parameter) {
        Column column = columns.get(parameter.name());
        if (column == null || !column.isOf(parameter)) {
            column = new Column(parameter);
            columns.put(parameter.name(), column);
        }
        column.fill(trials);
        return column;
    }

    /** The parameters in groups that are present in the same trials: what a conditional space falls into. */
    List<List<Parameter>> groups(List<Parameter> parameters) {
        Map<Long, List<Parameter>> groups = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            groups.computeIfAbsent(column(parameter).pattern(), pattern -> new ArrayList<>())
                    .add(parameter);
        }
        return List.copyOf(groups.values());
    }
}
