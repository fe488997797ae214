package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides for each column of the train split whether and how it becomes features.
 *
 * @param rows the train split's rows
 * @param targets their encoded targets
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FeatureChoice(TableExamples train, int[] rows, Tensor targets, DataPlan plan, Notes notes) {
    List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        for (Column column : train.inputs()) {
            Feature.Cells cells = new Feature.Cells(train.table(), column, rows, SplitName.TRAIN.label(), notes);
            if (cells.missing() == rows.length) {
                leaveOut(column, "has no values in train", "Fill it in");
                continue;
            }
            List<Feature> own = column instanceof TextColumn text ? ofWords(text) : ofNumbers((NumberColumn) column);
            features.addAll(own);
            if (!own.isEmpty() && plan.sampleShape().isEmpty()) {
                MissingFlag.ifTelling(cells, targets).ifPresent(flag -> {
                    features.add(flag);
                    notes.add(
                            column.name(),
                            "Where its values are missing the target differs, so \""
                                    + flag.names().get(0) + "\" became an input.");
                });
            }
        }
        return features;
    }

    private List<Feature> ofNumbers(NumberColumn column) {
        if (!train.chosen() && plan.sampleShape().isEmpty() && column.isRowNumber()) {
            leaveOut(column, "only numbers the rows", "");
            return List.of();
        }
        return List.of(new NumberFeature(column, rows));
    }

    private List<Feature> ofWords(TextColumn column) {
        if (column.dates()) {
            leaveOut(column, "holds dates, which are not read as numbers", "Turn it into numbers (year, weekday, ...)");
            return List.of();
        }
        column.requireNotMixed(train.table());
        if (column.isFreeText()) {
            leaveOut(
                    column,
                    "holds " + column.distinct() + " different texts, too many to be categories",
                    "Group them into fewer than 100");
            return List.of();
        }
        if (column.isBoolean()) {
            return List.of(BooleanFeature.fit(column, rows));
        }
        CategoryFeature categories = CategoryFeature.fit(column, rows);
        notes.add(
                column.name(),
                categories.categories().size() + " categories were one-hot encoded: one column of 0 and 1 for each.");
        return List.of(categories);
    }

    /** Silently dropping a column that the person named would be worse than an error. */
    private void leaveOut(Column column, String reason, String remedy) {
        if (train.chosen()) {
            throw new UnusableInputException(
                    train.file() + ", column \"" + column.name() + "\"",
                    "numbers or a few categories",
                    "a column that " + reason,
                    remedy + ", or take it off data.inputs.");
        }
        notes.add(column.name(), "The column " + reason + ", so it was left out; name it in data.inputs to insist.");
    }
}
