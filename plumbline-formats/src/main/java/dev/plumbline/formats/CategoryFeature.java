package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A category as a 1 in its place among zeros; train's most frequent one where it is missing, zeros alone for one that
 * train does not have.
 *
 * @param categories those of the train split, sorted
 * @param filling the index of what stands for a missing value
 */
record CategoryFeature(TextColumn source, List<String> categories, int filling) implements Feature {
    private static final int SHOWN = 3;

    /** Counts the train split's categories; the most frequent one fills gaps, the first of equals. */
    static CategoryFeature fit(TextColumn column, int[] trainRows) {
        int[] counts = new int[column.words().size()];
        for (int row : trainRows) {
            if (!column.isMissing(row)) {
                counts[column.codes().get(row)]++;
            }
        }
        List<String> categories = new ArrayList<>();
        int most = 0;
        String frequent = "";
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                categories.add(column.words().get(i));
            }
            if (counts[i] > most) {
                most = counts[i];
                frequent = column.words().get(i);
            }
        }
        categories.sort(null);
        return new CategoryFeature(column, List.copyOf(categories), categories.indexOf(frequent));
    }

    @Override
    public List<String> names() {
        return categories.stream().map(c -> source.name() + "=" + c).toList();
    }

    @Override
    public void encode(Cells from, Rows to) {
        Column column = from.column();
        if (column instanceof TextColumn text && text.tooMany()) {
            throw new UnusableInputException(
                    from.table().file() + ", column \"" + source.name() + "\"",
                    "the " + categories.size() + " categories of train",
                    text.distinct() + " different values",
                    "Check that the column holds the same in every file.");
        }
        Map<String, Integer> places = new HashMap<>();
        categories.forEach(category -> places.put(category, places.size()));
        from.noteFilled(from.missing(), "train's most frequent value, \"" + categories.get(filling) + "\",");
        Set<String> unseen = new LinkedHashSet<>();
        int unseenRows = 0;
        for (int i = 0; i < from.rows().length; i++) {
            int row = from.rows()[i];
            Integer place = column.isMissing(row) ? Integer.valueOf(filling) : places.get(column.text(row));
            if (place == null) {
                unseen.add(column.text(row));
                unseenRows++;
            } else {
                to.set(i, place, 1);
            }
        }
        if (unseenRows > 0) {
            from.notes()
                    .add(
                            source.name(),
                            unseenRows + " of " + from.rows().length + " values in " + from.split()
                                    + " are categories that train does not have (" + listed(unseen)
                                    + "); they became zeros.");
        }
    }

    private static String listed(Set<String> unseen) {
        List<String> first = unseen.stream()
                .limit(SHOWN)
                .map(word -> "\"" + CsvFormat.shortened(word) + "\"")
                .toList();
        return String.join(", ", first) + (unseen.size() > SHOWN ? ", ..." : "");
    }
}
