package dev.plumbline.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;

/** The character between the values of a line. */
final class Separator {
    private static final char[] CANDIDATES = {',', ';', '\t'};
    private static final int LINES = 20;
    private static final int LONGEST_START = 1 << 16;

    private Separator() {}

    /** The tab for a .tsv; otherwise the one that splits the first lines into equally many values, and most of them. */
    static char of(InputFile file) throws IOException {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".tsv")) {
            return '\t';
        }
        char[] start = new char[LONGEST_START];
        int length = 0;
        try (BufferedReader reader = new BufferedReader(CsvFormat.reader(file))) {
            for (int read = 0; read >= 0 && length < start.length; ) {
                length += read;
                read = reader.read(start, length, start.length - length);
            }
        }
        char best = ',';
        int most = 0;
        for (char candidate : CANDIDATES) {
            int score = score(start, length, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** The separators in the header, ten times as much where the lines behind it have as many. */
    private static int score(char[] text, int length, char separator) {
        int header = -1;
        int count = 0;
        int line = 0;
        boolean quoted = false;
        boolean agree = true;
        for (int i = 0; i < length && line < LINES; i++) {
            char c = text[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                count++;
            } else if (c == '\n' && !quoted) {
                header = header < 0 ? count : header;
                agree = agree && count == header;
                count = 0;
                line++;
            }
        }
        int separators = header < 0 ? count : header;
        return agree ? Math.multiplyExact(separators, 10) : separators;
    }
}
