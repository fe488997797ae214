package dev.plumbline.start;

import java.util.List;
import java.util.Locale;

/** Numbers and lists as a person reads them. */
final class Figures {
    private static final int MOST_NAMES = 5;

    private Figures() {}

    /** Three significant digits, without an exponent where it can be avoided: {@code 0.00264}, {@code 569}. */
    static String number(double value) {
        double size = Math.abs(value);
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        if (size >= 1e6 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** {@code 0.0333} as {@code 3.3 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share > 0 && share < 0.001 ? "%.2f %%" : "%.1f %%", 100 * share);
    }

    /** {@code 1 example}, {@code 2 examples}. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** The first few, and how many more there are. */
    static String list(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
