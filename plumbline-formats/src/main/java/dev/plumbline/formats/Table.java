package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Spelling;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows of named, typed values.
 *
 * @param file as messages name it
 * @param columns all of the same length, no two with the same name
 * @param lines for each row the line of the file at which it starts, from 1
 */
record Table(String file, List<Column> columns, GrowingInts lines) implements FileContent {
    /** What people call the target, in the order of preference. */
    private static final List<String> TARGET_NAMES = List.of("target", "label", "class", "y");

    /** The number of rows. */
    int size() {
        return lines.size();
    }

    /** Where a row stands: {@code train.csv, line 7}. */
    String place(int row) {
        return file + ", line " + lines.get(row);
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * The column of the name.
     *
     * @param key the experiment's key that asks for it
     */
    Column column(String name, String key) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw new UnusableInputException(
                file,
                "the column \"" + name + "\"" + key,
                columns.size() + " columns without it",
                "Did you mean `" + Spelling.nearest(name, names()) + "`?");
    }

    @Override
    public TableExamples examples(DataPlan plan, SplitName split, @Nullable Examples like) {
        if (like == null) {
            Column target = column(targetName(plan), " (data.target)");
            List<Column> inputs = plan.inputs().isEmpty()
                    ? columns.stream().filter(c -> c != target).toList()
                    : plan.inputs().stream()
                            .map(name -> column(name, " (data.inputs)"))
                            .toList();
            if (inputs.contains(target)) {
                throw new UnusableInputException(
                        "data.inputs",
                        "columns other than the target",
                        "\"" + target.name() + "\"",
                        "Take it off the inputs, or name another target.");
            }
            return new TableExamples(this, inputs, target, !plan.inputs().isEmpty());
        }
        TableExamples train = TableExamples.of(like, file);
        if (!train.chosen()) {
            requireOnly(train);
        }
        String key = ", as in " + train.file();
        return new TableExamples(
                this,
                train.inputs().stream().map(c -> column(c.name(), key)).toList(),
                column(train.target().name(), key),
                train.chosen());
    }

    private String targetName(DataPlan plan) {
        String asked = plan.target();
        if (asked != null) {
            return asked;
        }
        for (String usual : TARGET_NAMES) {
            for (String name : names()) {
                if (name.toLowerCase(Locale.ROOT).equals(usual)) {
                    return name;
                }
            }
        }
        return names().get(columns.size() - 1);
    }

    private void requireOnly(TableExamples train) {
        List<String> known = train.table().names();
        for (String name : names()) {
            if (!known.contains(name)) {
                throw new UnusableInputException(
                        file,
                        "the columns of " + train.file(),
                        "the column \"" + name + "\" besides",
                        "Remove it, or name the columns to use in data.inputs.");
            }
        }
    }
}
