package dev.plumbline.experiment;

import java.util.Collection;

/** Finds the word a person probably meant. */
public final class Spelling {
    private Spelling() {}

    /** The candidate with the fewest edits to the text (Levenshtein distance), the first of equals. */
    public static String nearest(String text, Collection<String> candidates) {
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int edits = distance(fold(text), fold(candidate));
            if (edits < fewest) {
                fewest = edits;
                best = candidate;
            }
        }
        return best;
    }

    /** Case and the separator are what people get wrong first, so they cost nothing. */
    private static String fold(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[-_ ]", "");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
