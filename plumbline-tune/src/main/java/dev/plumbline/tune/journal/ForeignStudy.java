package dev.plumbline.tune.journal;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.storage.StudyEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A study as another program had it, while it is put together. */
final class ForeignStudy {
    final String name;
    final List<Direction> directions;
    final Map<String, Domain> domains = new LinkedHashMap<>();
    final List<ForeignTrial> trials = new ArrayList<>();

    ForeignStudy(String name, List<Direction> directions) {
        this.name = name;
        this.directions = List.copyOf(directions);
    }

    List<StudyEvent> events() {
        List<StudyEvent> events = new ArrayList<>();
        events.add(new StudyEvent.StudyCreated(name, directions));
        domains.forEach((parameter, domain) ->
                events.add(new StudyEvent.ParameterDeclared(new Parameter(parameter, domain, null))));
        for (int number = 0; number < trials.size(); number++) {
            events.addAll(trials.get(number).events(number, directions.size()));
        }
        return events;
    }
}
