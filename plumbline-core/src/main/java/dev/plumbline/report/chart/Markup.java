package dev.plumbline.report.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes HTML and SVG. Text and attribute values are escaped here and nowhere else; names of tags and attributes come
 * from the code.
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens a tag; attributes as name, value, name, value. An attribute whose value is empty is written bare. */
    public Markup open(String tag, String... attributes) {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Closes the tag that was opened last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A tag with nothing inside: closed where SVG wants it closed, harmless in HTML. */
    public Markup leaf(String tag, String... attributes) {
        tag(tag, attributes);
        out.insert(out.length() - 1, '/');
        return this;
    }

    /** A tag with text inside. */
    public Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A text of a chart; the anchor is {@code start}, {@code middle} or {@code end}. */
    public Markup label(String text, String style, double x, double y, String anchor) {
        return element("text", text, "class", style, "x", at(x), "y", at(y), "text-anchor", anchor);
    }

    /** A path of a chart. */
    public Markup path(String style, String d) {
        return leaf("path", "class", style, "d", d);
    }

    /** Text, escaped. */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** Markup that was written by this class or is a resource of ours. */
    public Markup raw(String trusted) {
        out.append(trusted);
        return this;
    }

    /** A coordinate: two decimals at most, and never NaN. */
    public static String at(double value) {
        double finite = Double.isFinite(value) ? value : 0;
        String text = String.format(Locale.ROOT, "%.1f", finite);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** How much was written. */
    public int length() {
        return out.length();
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                out.append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(harmless(c) ? c : 0xFFFD);
            }
        });
    }

    /**
     * Controls are not allowed in HTML, half a pair not in UTF-8, and overrides of direction rewrite what stands
     * beside.
     */
    private static boolean harmless(int c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
        boolean halfPair = c >= 0xD800 && c <= 0xDFFF;
        boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE;
        return !control && !halfPair && !direction && !noCharacter;
    }

    /** What was written so far. */
    @Override
    public String toString() {
        return out.toString();
    }
}
