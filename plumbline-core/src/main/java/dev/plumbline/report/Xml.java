package dev.plumbline.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0, an element a line. Text and attribute values are escaped here; characters that XML has no way to
 * write become U+FFFD. Names come from the code.
 */
final class Xml {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element. @param attributes names and values in turn */
    Xml open(String name, String... attributes) {
        tag(name, ">", attributes);
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    Xml close() {
        String name = open.pop();
        indent();
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content. */
    Xml leaf(String name, String... attributes) {
        tag(name, "/>", attributes);
        return this;
    }

    /** An element that holds text alone. */
    Xml element(String name, String text, String... attributes) {
        tag(name, ">", attributes);
        out.setLength(out.length() - 1);
        escape(text);
        out.append("</").append(name).append(">\n");
        return this;
    }

    String text() {
        return out.toString();
    }

    private void tag(String name, String end, String... attributes) {
        indent();
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append(end).append('\n');
    }

    private void indent() {
        out.append("  ".repeat(open.size()));
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    /** XML 1.0, production 2 (Char), tab and line feed apart. */
    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
