package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import java.util.List;

/**
 * The rows of a table as examples.
 *
 * @param inputs in the order in which they become features
 * @param chosen whether the person named the inputs
 */
record TableExamples(Table table, List<Column> inputs, Column target, boolean chosen) implements Examples {
    /** @throws UnusableInputException if the examples are arrays */
    static TableExamples of(Examples examples, String other) {
        if (examples instanceof TableExamples table) {
            return table;
        }
        throw new UnusableInputException(
                other, "arrays (.npz) like " + examples.file(), "a table", "Give all splits in the same kind of file.");
    }

    @Override
    public String file() {
        return table.file();
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public Targets targets() {
        String subject = table.file() + ", column \"" + target.name() + "\"";
        if (target instanceof NumberColumn numbers) {
            return new Targets.Numbers(
                    target.name(),
                    subject,
                    size(),
                    Shape.of(),
                    false,
                    numbers.values()::get,
                    numbers::text,
                    table::place);
        }
        TextColumn words = (TextColumn) target;
        if (words.tooMany()) {
            words.requireNotMixed(table);
            throw new UnusableInputException(
                    subject,
                    "a target of numbers or classes",
                    words.distinct() + " different texts",
                    "Name another column in data.target.");
        }
        return new Targets.Words(
                target.name(),
                subject,
                size(),
                row -> words.isMissing(row) ? null : words.text(row),
                table::place,
                () -> words.requireNotMixed(table));
    }

    @Override
    public InputCoding fitInputs(DataPlan plan, int[] rows, Tensor targets, Notes notes) {
        return TableCoding.fit(this, rows, targets, plan, notes);
    }
}
