package dev.plumbline.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/** A schedule as settings. */
final class ScheduleSettings {
    private ScheduleSettings() {}

    static Schedule read(Settings settings) {
        Schedule defaults = Named.choose(settings, Schedule.defaults(), Schedule::name);
        if (defaults instanceof Schedule.StepDecay) {
            settings.knowsOnly("name", "epochs", "rate");
            settings.integer("epochs", 1);
        }
        return RecordSettings.read(settings, defaults);
    }

    static Map<String, Object> write(Schedule schedule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", schedule.name());
        tree.putAll(RecordSettings.write(schedule));
        return tree;
    }
}
