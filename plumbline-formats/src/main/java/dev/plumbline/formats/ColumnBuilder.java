package dev.plumbline.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects a column's cells. It holds numbers until the first word comes, and from then on an index into the different
 * values, so that neither kind costs an object a cell.
 */
final class ColumnBuilder {
    /** More different values than this are not kept: they cannot be categories. */
    static final int MOST_WORDS = 10_000;

    private static final Pattern DATE = Pattern.compile(
            "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([T ]\\d{1,2}:\\d{2}.*)?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}");

    private final String name;
    private final boolean comma;
    private GrowingNumbers numbers = new GrowingNumbers();
    private @Nullable Map<String, Integer> indices;
    private final List<String> words = new ArrayList<>();
    private GrowingInts codes = new GrowingInts();
    private boolean tooMany;
    private boolean dates = true;
    private int size;
    private int numberCount;
    private int missingCount;
    private int firstOther = -1;
    private String firstText = "";

    /** @param comma whether a comma is a decimal mark too */
    ColumnBuilder(String name, boolean comma) {
        this.name = name;
        this.comma = comma;
    }

    void add(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (to > from && buffer[to - 1] <= ' ') {
            to--;
        }
        if (CellText.isMissing(buffer, from, to)) {
            missingCount++;
            addMissing();
        } else {
            double number = CellText.number(buffer, from, to, comma);
            if (!Double.isNaN(number)) {
                numberCount++;
            }
            if (indices == null && !Double.isNaN(number)) {
                numbers.add(number);
            } else {
                addWord(buffer, from, to, number);
            }
        }
        size++;
    }

    Column build() {
        if (indices == null) {
            return new NumberColumn(name, numbers);
        }
        TextColumn.Kinds kinds = new TextColumn.Kinds(
                numberCount, size - numberCount - missingCount, missingCount, firstOther, firstText);
        return new TextColumn(name, codes, List.copyOf(words), tooMany, dates, kinds);
    }

    private void addMissing() {
        if (indices == null) {
            numbers.add(Double.NaN);
        } else if (!tooMany) {
            codes.add(-1);
        }
    }

    private void addWord(char[] buffer, int from, int to, double number) {
        if (tooMany && firstOther >= 0) {
            return;
        }
        String word = new String(buffer, from, to - from);
        if (Double.isNaN(number) && firstOther < 0) {
            firstOther = size;
            firstText = word;
            toWords();
        }
        dates = dates && DATE.matcher(word).matches();
        // 3 and 3.0 are the same value, and numbers read before the first word have lost their spelling
        code(Double.isNaN(number) ? word : CellText.of(number));
    }

    private void toWords() {
        indices = new HashMap<>();
        dates = numberCount == 0;
        for (int i = 0; i < numbers.size(); i++) {
            double number = numbers.get(i);
            if (Double.isNaN(number)) {
                addMissing();
            } else {
                code(CellText.of(number));
            }
        }
        numbers = new GrowingNumbers();
    }

    private void code(String word) {
        if (tooMany || indices == null) {
            return;
        }
        Integer index = indices.get(word);
        if (index == null) {
            if (words.size() == MOST_WORDS) {
                tooMany = true;
                codes = new GrowingInts();
                indices.clear();
                return;
            }
            index = words.size();
            indices.put(word, index);
            words.add(word);
        }
        codes.add(index);
    }
}
