package dev.plumbline.report.page;

import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import java.util.Locale;

/** Small pieces of text that several sections write. */
public final class Words {
    private Words() {}

    /** Text of at most so many characters. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** Keeps a number and its percent sign on one line. */
    static String tidy(String text) {
        return text.replaceAll("(?<=\\d) (?=%)", "\u00a0");
    }

    /** A word as the first of a line. */
    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** A heading: without the full stop of a sentence. */
    static String heading(String text, int most) {
        String whole = text.strip();
        return tidy(cut(whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole, most));
    }

    /** A name from the data or the network: cut, and kept from turning the text beside it around. */
    public static void name(Markup html, String name) {
        html.open("bdi");
        if (name.length() > 60) {
            html.element("span", cut(name, 60), "title", cut(name, 400));
        } else {
            html.text(name.isEmpty() ? "(no name)" : name);
        }
        html.close();
    }

    /** A sentence in which what stands between backticks is code. */
    public static void marked(Markup html, String text) {
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i + 1 < parts.length;
            if (code) {
                html.element("code", parts[i]);
            } else {
                html.text(tidy((i % 2 == 1 ? "`" : "") + parts[i]));
            }
        }
    }

    /** A sentence that came from elsewhere. */
    static String sentence(String text) {
        return tidy(cut(text, 1200));
    }

    /** A short mark with a sign, so that it does not live by its colour alone. */
    public static void chip(Markup html, String style, String sign, String text) {
        html.open("span", "class", "chip " + style);
        html.element("span", sign, "class", "sign", "aria-hidden", "true")
                .text(text)
                .close();
    }

    /** Says how many rows were left out. */
    public static void more(Markup html, long left, String one, String where) {
        if (left > 0) {
            html.element(
                    "p",
                    "and " + Numbers.count(left) + " more "
                            + (left == 1 ? one : one.endsWith("s") ? one + "es" : one + "s") + where,
                    "class",
                    "more");
        }
    }

    /** A line with a button that copies it. */
    public static void command(Markup html, String line) {
        html.open("div", "class", "command");
        html.open("code", "tabindex", "0").text(cut(line, 600)).close();
        html.element(
                "button",
                "Copy",
                "type",
                "button",
                "class",
                "copy",
                "hidden",
                "",
                "data-copy",
                cut(line, 600),
                "aria-label",
                "Copy the command");
        html.close();
    }
}
