package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list {@code data.edits}: a word each, or {@code word: value}. */
final class DataEdits {
    private static final String DROP_FEATURE = "drop-feature";
    private static final String SHIFT_TARGETS = "shift-targets";

    private DataEdits() {}

    static List<DataEdit> read(Settings data) {
        Object value = data.values().get("edits");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw data.wrong("edits", "a list, as [match-splits]", value);
        }
        List<DataEdit> edits = new ArrayList<>();
        for (Object element : list) {
            edits.add(edit(data.place() + ".edits[" + edits.size() + "]", element));
        }
        return edits;
    }

    private static DataEdit edit(String place, Object element) {
        if (!(element instanceof Map<?, ?> map)) {
            String word = String.valueOf(element);
            return Arrays.stream(DataEdit.Repair.values())
                    .filter(repair -> repair.label().equals(word))
                    .findFirst()
                    .orElseThrow(() -> unknown(place, word));
        }
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        Settings edit = Settings.of(place, values);
        edit.knowsOnly(DROP_FEATURE, SHIFT_TARGETS);
        if (edit.has(DROP_FEATURE)) {
            return new DataEdit.DropFeature(edit.text(DROP_FEATURE).orElseThrow());
        }
        return new DataEdit.ShiftTargets(edit.integer(SHIFT_TARGETS, Integer.MIN_VALUE));
    }

    private static UnusableInputException unknown(String place, String word) {
        List<String> words = Stream.concat(
                        Arrays.stream(DataEdit.Repair.values()).map(DataEdit.Repair::label),
                        Stream.of(DROP_FEATURE, SHIFT_TARGETS))
                .toList();
        return new UnusableInputException(
                place,
                "one of " + words.stream().collect(Collectors.joining(", ")),
                "\"" + word + "\"",
                "Did you mean `" + Spelling.nearest(word, words) + "`?");
    }

    static List<Object> write(List<DataEdit> edits) {
        List<Object> written = new ArrayList<>();
        for (DataEdit edit : edits) {
            if (edit instanceof DataEdit.Repair repair) {
                written.add(repair.label());
            } else if (edit instanceof DataEdit.DropFeature drop) {
                written.add(Map.of(DROP_FEATURE, drop.feature()));
            } else if (edit instanceof DataEdit.ShiftTargets shift) {
                written.add(Map.of(SHIFT_TARGETS, (long) shift.rows()));
            }
        }
        return written;
    }
}
