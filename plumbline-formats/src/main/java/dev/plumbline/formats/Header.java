package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first line of a table: a name for each column. */
final class Header {
    private Header() {}

    /**
     * The names, an unnamed column called {@code column 1} by its place.
     *
     * @throws UnusableInputException if a name is there twice, or the line holds values rather than names
     */
    static List<String> checked(String file, List<String> cells) {
        requireNames(file, cells);
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).isEmpty() ? "column " + (i + 1) : cells.get(i);
            if (!seen.add(name)) {
                throw new UnusableInputException(
                        file + ", line 1",
                        "a different name for each column",
                        "\"" + CsvFormat.shortened(name) + "\" twice (columns " + (names.indexOf(name) + 1) + " and "
                                + (i + 1) + ")",
                        "Rename one of them.");
            }
            names.add(name);
        }
        if (cells.size() < 2) {
            throw new UnusableInputException(
                    file + ", line 1",
                    "at least two columns, inputs and a target, separated by comma, semicolon or tab",
                    "one: \"" + CsvFormat.shortened(cells.get(0)) + "\"",
                    "Check the separator.");
        }
        return names;
    }

    /** Column numbers (0, 1, 2, ...) are names that programs give; any other line of numbers is data. */
    private static void requireNames(String file, List<String> cells) {
        boolean allNumbers = true;
        boolean counting = true;
        boolean fraction = false;
        int first = -1;
        for (int i = 0; i < cells.size(); i++) {
            char[] text = cells.get(i).toCharArray();
            double number = CellText.number(text, 0, text.length, false);
            allNumbers = allNumbers && !Double.isNaN(number);
            counting = counting && (number == i || number == i + 1);
            if (!Double.isNaN(number) && number != Math.rint(number)) {
                fraction = true;
                first = first < 0 ? i : first;
            }
        }
        if (fraction || allNumbers && !counting) {
            throw new UnusableInputException(
                    file + ", line 1",
                    "the columns' names",
                    "values such as " + CsvFormat.shortened(cells.get(Math.max(0, first))),
                    "Add a first line with a name for each column.");
        }
    }
}
