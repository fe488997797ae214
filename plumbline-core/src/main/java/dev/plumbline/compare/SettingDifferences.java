package dev.plumbline.compare;

import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.TrainingPlan;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the settings of a training differ from those that a reference's file carries. */
final class SettingDifferences {
    private SettingDifferences() {}

    /** A sentence's part for each; empty where they are the same or the file carries none. */
    static List<String> between(TrainingPlan mine, TrainingDraft reference) {
        List<String> differ = new ArrayList<>();
        if (reference.loss() != null && reference.loss().loss() != mine.loss().loss()) {
            differ.add("loss " + mine.loss().loss() + ", in the reference "
                    + reference.loss().loss());
        }
        add(differ, "optimizer", (Record) mine.optimizer(), (Record) reference.optimizer());
        add(differ, "schedule", (Record) mine.schedule(), (Record) reference.schedule());
        if (reference.clipping() != null) {
            add(differ, "clipping", mine.clipping(), reference.clipping());
        }
        add(differ, "ema", mine.ema(), reference.ema());
        Integer accumulated = reference.gradientAccumulationSteps();
        if (accumulated != null && accumulated != mine.gradientAccumulationSteps()) {
            differ.add("gradient-accumulation-steps " + mine.gradientAccumulationSteps() + ", in the reference "
                    + accumulated);
        }
        return differ;
    }

    private static void add(List<String> differ, String what, @Nullable Record mine, @Nullable Record reference) {
        if (reference == null || reference.equals(mine)) {
            return;
        }
        if (mine == null || mine.getClass() != reference.getClass()) {
            differ.add(what + " " + (mine == null ? "none" : mine) + ", in the reference " + reference);
            return;
        }
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : mine.getClass().getRecordComponents()) {
            Object one = value(component, mine);
            Object other = value(component, reference);
            // whose update rule it is follows from where the network was made
            if (!Objects.equals(one, other) && !component.getName().equals("form")) {
                parts.add(words(component.getName()) + " " + one + ", in the reference " + other);
            }
        }
        if (!parts.isEmpty()) {
            differ.add(what + ": " + String.join("; ", parts));
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record's " + component.getName() + " cannot be read", e);
        }
    }

    /** {@code learningRate} as the experiment file has it. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
