package dev.plumbline.report.text;

import dev.plumbline.report.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** Sentences on as many lines as they need. */
public final class Paragraph {
    private Paragraph() {}

    /**
     * The lines.
     *
     * @param first what the first line begins with; the others are indented as far
     */
    public static List<String> lines(String first, String text, int width) {
        List<String> lines = new ArrayList<>();
        int indent = TextWidth.of(first);
        int room = Math.max(16, width - indent);
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("[ \\n\\t\\r]+(?!%)")) {
            if (line.length() > 0 && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > room) {
                lines.add((lines.isEmpty() ? first : " ".repeat(indent)) + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add((lines.isEmpty() ? first : " ".repeat(indent)) + line);
        return lines;
    }
}
