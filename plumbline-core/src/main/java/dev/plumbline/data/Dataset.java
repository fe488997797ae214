package dev.plumbline.data;

import dev.plumbline.experiment.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arrays of an experiment: as numbers, encoded and split, but not yet normalized.
 *
 * @param splits {@link SplitName#TRAIN} at least
 * @param notes what reading did that a person should know, a sentence each: imputed values, unseen categories, ...
 */
public record Dataset(Task task, Schema schema, Map<SplitName, Split> splits, List<Note> notes) {
    public Dataset {
        if (!splits.containsKey(SplitName.TRAIN)) {
            throw new IllegalArgumentException("a data set needs a train split, but got only " + splits.keySet());
        }
        splits = java.util.Collections.unmodifiableMap(new EnumMap<>(splits));
        notes = List.copyOf(notes);
    }

    /** The examples to learn from. */
    public Split train() {
        return split(SplitName.TRAIN).orElseThrow();
    }

    /** A split, where the plan has one. */
    public Optional<Split> split(SplitName name) {
        return Optional.ofNullable(splits.get(name));
    }

    /** This data set with one split set or replaced. */
    public Dataset with(SplitName name, Split split) {
        Map<SplitName, Split> changed = new EnumMap<>(splits);
        changed.put(name, split);
        return new Dataset(task, schema, changed, notes);
    }

    /** Only the given splits of this data set. */
    public Dataset only(java.util.Set<SplitName> kept) {
        Map<SplitName, Split> changed = new EnumMap<>(splits);
        changed.keySet().retainAll(kept);
        return new Dataset(task, schema, changed, notes);
    }

    /** 16 hexadecimal digits of the SHA-256 over all arrays: equal data have equal digests. */
    public String digest() {
        return Digest.of(splits);
    }

    /**
     * What reading did to the data.
     *
     * @param subject the column or array
     * @param text one sentence
     */
    public record Note(String subject, String text) {}
}
