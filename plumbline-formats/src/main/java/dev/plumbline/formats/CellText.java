package dev.plumbline.formats;

import java.util.Locale;
import java.util.Set;

/** What the text of a cell means: nothing, a number, or a word. */
final class CellText {
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?");
    private static final Set<String> INFINITE = Set.of("inf", "infinity");
    private static final int LONGEST_MISSING = 4;
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private CellText() {}

    /** Whether the cell stands for "no value": empty, NA, N/A, NaN, null or ?, in any case. */
    static boolean isMissing(char[] text, int from, int to) {
        int length = to - from;
        // most cells are numbers, and asking the set would make a string of each
        return length == 0
                || length <= LONGEST_MISSING
                        && text[from] > '9'
                        && MISSING.contains(new String(text, from, length).toLowerCase(Locale.ROOT));
    }

    /**
     * The number that the text is, infinities among them.
     *
     * @param comma whether a comma is a decimal mark too, beside the point
     * @return NaN if it is none
     */
    static double number(char[] text, int from, int to, boolean comma) {
        int i = from;
        boolean negative = i < to && text[i] == '-';
        if (i < to && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        int unsigned = i;
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean fraction = false;
        for (; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits++;
                // more digits than a double holds are left to the exact parser below
                mantissa = digits <= EXACT_DIGITS ? mantissa * 10 + (c - '0') : mantissa;
                scale -= fraction ? 1 : 0;
            } else if ((c == '.' || comma && c == ',') && !fraction) {
                fraction = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            boolean infinite = INFINITE.contains(new String(text, unsigned, to - unsigned).toLowerCase(Locale.ROOT));
            return !infinite ? Double.NaN : negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (i == to && digits <= EXACT_DIGITS && -scale < POWERS_OF_TEN.length) {
            // both are exact doubles, so one division rounds once, as the exact parser does
            double value = mantissa / POWERS_OF_TEN[-scale];
            return negative ? -value : value;
        }
        return i == to || isExponent(text, i, to)
                ? Double.parseDouble(new String(text, from, to - from).replace(',', '.'))
                : Double.NaN;
    }

    private static boolean isExponent(char[] text, int at, int to) {
        int i = at + 1;
        if (text[at] != 'e' && text[at] != 'E') {
            return false;
        }
        if (i < to && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        int digits = i;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i == to && i > digits;
    }

    /** The number as people write it: whole ones without a point, others as short as float32 tells them apart. */
    static String of(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf((long) number);
        }
        float narrow = (float) number;
        return Float.isInfinite(narrow) ? String.valueOf(number) : String.valueOf(narrow);
    }
}
