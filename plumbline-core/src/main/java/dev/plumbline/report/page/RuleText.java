package dev.plumbline.report.page;

import dev.plumbline.report.chart.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's page as HTML. It knows as much Markdown as the pages use: headings, paragraphs, lists, fenced code, and
 * within a line code, strong, emphasis and links.
 */
record RuleText(String markdown) {
    private static final Pattern INLINE =
            Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*|\\[([^\\]]+)]\\(([^)\\s]+)\\)");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*]|\\d+\\.)\\s+(.*)");

    void write(Markup html) {
        List<String> paragraph = new ArrayList<>();
        List<String> items = new ArrayList<>();
        StringBuilder code = null;
        for (String line : markdown.split("\\R", -1)) {
            if (line.startsWith("```")) {
                flush(html, paragraph, items);
                if (code != null) {
                    code(html, code.toString());
                }
                code = code == null ? new StringBuilder() : null;
                continue;
            }
            if (code != null) {
                code.append(line).append('\n');
                continue;
            }
            Matcher item = ITEM.matcher(line);
            if (line.isBlank()) {
                flush(html, paragraph, items);
            } else if (line.startsWith("#")) {
                flush(html, paragraph, items);
                heading(html, line);
            } else if (item.matches()) {
                if (!paragraph.isEmpty()) {
                    flush(html, paragraph, items);
                }
                items.add(item.group(1));
            } else if (!items.isEmpty()) {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + line.strip());
            } else {
                paragraph.add(line.strip());
            }
        }
        flush(html, paragraph, items);
        if (code != null) {
            code(html, code.toString());
        }
    }

    private static void heading(Markup html, String line) {
        String text = line.replaceFirst("^#+\\s*", "");
        if (!line.startsWith("# ")) { // the page's own title stands in the summary
            html.open("h3");
            inline(html, text);
            html.close();
        }
    }

    private static void code(Markup html, String code) {
        html.open("pre", "tabindex", "0").element("code", code).close();
    }

    private static void flush(Markup html, List<String> paragraph, List<String> items) {
        if (!paragraph.isEmpty()) {
            html.open("p");
            inline(html, String.join(" ", paragraph));
            html.close();
            paragraph.clear();
        }
        if (!items.isEmpty()) {
            html.open("ul");
            for (String item : items) {
                html.open("li");
                inline(html, item);
                html.close();
            }
            html.close();
            items.clear();
        }
    }

    private static void inline(Markup html, String text) {
        Matcher matcher = INLINE.matcher(text);
        int done = 0;
        while (matcher.find()) {
            html.text(text.substring(done, matcher.start()));
            done = matcher.end();
            if (matcher.group(1) != null) {
                html.element("code", matcher.group(1));
            } else if (matcher.group(2) != null) {
                html.element("strong", matcher.group(2));
            } else if (matcher.group(3) != null) {
                html.element("em", matcher.group(3));
            } else if (matcher.group(5).startsWith("https://")
                    || matcher.group(5).startsWith("http://")) {
                html.element("a", matcher.group(4), "href", matcher.group(5), "rel", "noreferrer");
            } else {
                html.text(matcher.group(4));
            }
        }
        html.text(text.substring(done));
    }
}
