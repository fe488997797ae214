package dev.plumbline.zoo.folder;

import dev.plumbline.data.SplitName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The data files of an experiment.
 *
 * @param kind how they are written
 * @param shape of one input in an .npz, without the batch
 * @param names the columns of a table, the target last; empty for arrays
 * @param classes of a table's target by number; empty for amounts and arrays
 * @param isClassification whether targets are class numbers
 * @param splits by name; the test split is never touched by a fault unless the fault lies in how it was made
 */
public record Data(
        Kind kind,
        List<Integer> shape,
        List<String> names,
        List<String> classes,
        boolean isClassification,
        Map<SplitName, Examples> splits) {
    /** How examples are written. */
    public enum Kind {
        /** A table with a header. */
        CSV,
        /** Arrays of floats. */
        NPZ,
        /** Arrays of token numbers. */
        TOKENS
    }

    public Data {
        shape = List.copyOf(shape);
        names = List.copyOf(names);
        classes = List.copyOf(classes);
        splits = java.util.Collections.unmodifiableMap(new EnumMap<>(splits));
    }

    public Examples train() {
        return Objects.requireNonNull(splits.get(SplitName.TRAIN));
    }

    public Examples test() {
        return Objects.requireNonNull(splits.get(SplitName.TEST));
    }

    /** One more than the largest class number. */
    public int classCount() {
        int most = 0;
        for (float target : train().targets()) {
            most = Math.max(most, (int) target);
        }
        return most + 1;
    }

    /** With a split set or replaced. */
    public Data with(SplitName name, Examples examples) {
        Map<SplitName, Examples> changed = new EnumMap<>(splits);
        changed.put(name, examples);
        return new Data(kind, shape, names, classes, isClassification, changed);
    }

    /** With every split changed alike. */
    public Data mapAll(UnaryOperator<Examples> change) {
        Map<SplitName, Examples> changed = new EnumMap<>(splits);
        changed.replaceAll((name, examples) -> change.apply(examples));
        return new Data(kind, shape, names, classes, isClassification, changed);
    }

    /** With other columns. */
    public Data withNames(List<String> changed) {
        return new Data(kind, shape, changed, classes, isClassification, splits);
    }

    /** With another shape of one input. */
    public Data withShape(List<Integer> changed) {
        return new Data(kind, changed, names, classes, isClassification, splits);
    }
}
