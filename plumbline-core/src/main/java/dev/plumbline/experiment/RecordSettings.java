package dev.plumbline.experiment;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as settings: its component {@code initialAccumulator} is the key {@code initial-accumulator}. So a setting
 * is spelled in one place, and what is written reads back equal.
 */
final class RecordSettings {
    private RecordSettings() {}

    /** The record that the settings describe; a component that they leave out is as in the record of defaults. */
    static <R> R read(Settings settings, R defaults) {
        List<String> keys = new ArrayList<>(List.of("name"));
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Arrays.stream(components).map(c -> key(c.getName())).forEach(keys::add);
        settings.knowsOnly(keys.toArray(String[]::new));
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(settings, components[i], get(defaults, components[i]));
        }
        try {
            return made(defaults, values);
        } catch (IllegalArgumentException e) {
            throw new dev.plumbline.UnusableInputException(
                    settings.place(), "settings that fit each other", String.valueOf(e.getMessage()), "Correct them.");
        }
    }

    /** Every component by its key. */
    static Map<String, Object> write(Object record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = get(record, component);
            tree.put(
                    key(component.getName()),
                    value instanceof Labelled labelled
                            ? labelled.label()
                            : value instanceof Schedule schedule ? ScheduleSettings.write(schedule) : value);
        }
        return tree;
    }

    /** The record with one component changed. */
    static <R> R with(R record, String name, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(name) ? value : get(record, components[i]);
        }
        return made(record, values);
    }

    /** A component by its name; null where the record has none of that name. */
    static @Nullable Object get(Object record, String name) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return get(record, component);
            }
        }
        return null;
    }

    private static Object value(Settings settings, RecordComponent component, Object byDefault) {
        String key = key(component.getName());
        Range range = component.getAnnotation(Range.class);
        double low = range == null ? 0 : range.low();
        double high = range == null ? Double.MAX_VALUE : range.high();
        if (byDefault instanceof Double number) {
            return settings.number(key, low, high, number);
        }
        if (byDefault instanceof Integer number) {
            return settings.integer(key, (int) low, number);
        }
        if (byDefault instanceof Boolean flag) {
            return settings.flag(key, flag);
        }
        if (byDefault instanceof Form form) {
            return settings.text(key)
                    .map(text -> Labelled.parse(Form.class, text, settings.place() + "." + key))
                    .orElse(form);
        }
        if (byDefault instanceof Schedule schedule) {
            return settings.has(key) ? ScheduleSettings.read(Named.of(settings, key)) : schedule;
        }
        if (!settings.has(key)) {
            return byDefault;
        }
        return component.getGenericType().getTypeName().contains("Integer")
                ? settings.integers(key, (int) low)
                : settings.numbers(key, low, high);
    }

    private static String key(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object get(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("reading " + component + " failed", e);
        }
    }

    private static <R> R made(R like, Object[] values) {
        @SuppressWarnings("unchecked") // the class of an R
        Class<R> type = (Class<R>) like.getClass();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw wrong;
            }
            throw new IllegalStateException("making a " + type.getSimpleName() + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("making a " + type.getSimpleName() + " failed", e);
        }
    }
}
