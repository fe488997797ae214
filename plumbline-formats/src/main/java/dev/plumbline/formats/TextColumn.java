package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column in which at least one value is a word.
 *
 * @param codes for each row the index of its word, -1 where missing; not kept where there are too many words
 * @param words the different values, in order of appearance; those up to the limit where there are too many
 * @param tooMany whether there were more different values than {@link ColumnBuilder#MOST_WORDS}
 * @param dates whether every value is a date
 * @param kinds how many values are what
 */
record TextColumn(String name, GrowingInts codes, List<String> words, boolean tooMany, boolean dates, Kinds kinds)
        implements Column {
    private static final double MOSTLY = 0.8;
    private static final int FEW = 20;
    private static final int MOST_CATEGORIES = 100;
    private static final List<Set<String>> BOOLEANS = List.of(Set.of("true", "false"), Set.of("yes", "no"));

    /**
     * Counts over the rows.
     *
     * @param numbers values that read as numbers
     * @param others values that do not
     * @param missing rows without a value
     * @param firstOther the first row whose value is not a number
     * @param firstText that value
     */
    record Kinds(int numbers, int others, int missing, int firstOther, String firstText) {}

    @Override
    public int size() {
        return Math.addExact(Math.addExact(kinds.numbers, kinds.others), kinds.missing);
    }

    @Override
    public boolean isMissing(int row) {
        return !tooMany && codes.get(row) < 0;
    }

    @Override
    public String text(int row) {
        return tooMany ? "" : words.get(codes.get(row));
    }

    @Override
    public TextColumn named(String other) {
        return new TextColumn(other, codes, words, tooMany, dates, kinds);
    }

    /** Whether all values are true and false, or yes and no, in any case. */
    boolean isBoolean() {
        Set<String> folded = words.stream().map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return !tooMany && BOOLEANS.contains(folded);
    }

    /** Whether a value of a boolean column is the true one. */
    static boolean isTrue(String word) {
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("yes");
    }

    /** Whether there are too many different values to be categories: names, ids, free text. */
    boolean isFreeText() {
        int present = size() - kinds.missing;
        return tooMany || words.size() > MOST_CATEGORIES || words.size() > 10 && words.size() > present / 2;
    }

    /** The number of different values, as people read it. */
    String distinct() {
        return tooMany ? "more than " + words.size() : String.valueOf(words.size());
    }

    /**
     * A column of numbers with a few words in it is a mistake, which one-hot encoding would hide.
     *
     * @throws UnusableInputException naming the first word
     */
    void requireNotMixed(Table table) {
        int present = kinds.numbers + kinds.others;
        boolean categories = !tooMany && words.size() <= FEW && words.size() <= present / 5;
        if (kinds.numbers >= MOSTLY * present && !categories) {
            throw new UnusableInputException(
                    table.place(kinds.firstOther) + ", column \"" + name + "\"",
                    "a number, like " + kinds.numbers + " of the column's " + present + " values",
                    "\"" + CsvFormat.shortened(kinds.firstText) + "\"",
                    "Correct it, or leave the cell empty if the value is not known.");
        }
    }
}
