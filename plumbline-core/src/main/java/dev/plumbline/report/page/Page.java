package dev.plumbline.report.page;

import dev.plumbline.report.chart.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * What every page has: one file that loads nothing, the banner, the contents, the sections.
 *
 * @param title as the browser shows it
 * @param head what stands above the first section
 */
public record Page(String title, Consumer<Markup> head, List<Section> sections) {
    private static final String RESOURCES = "/dev/plumbline/report/";

    /** The page as HTML. */
    public String html() {
        Markup html = new Markup();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        head(html);
        html.open("body");
        html.element("a", "Skip to the report", "class", "skip", "href", "#main");
        banner(html);
        html.open("div", "class", "frame");
        contents(html, sections);
        html.open("main", "id", "main");
        head.accept(html);
        for (Section section : sections) {
            html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
            html.element("h2", section.title(), "id", section.id() + "-title");
            section.write(html);
            html.close().raw("\n");
        }
        html.close().close();
        html.element("footer", "Made by Plumbline. This file is complete: it loads nothing and sends nothing.");
        html.open("script").raw(resource("report.js")).close();
        html.close().close();
        return html.toString();
    }

    private void head(Markup html) {
        html.open("head").leaf("meta", "charset", "utf-8");
        String policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                + hash(resource("report.js")) + "'";
        html.leaf("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.leaf("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title);
        html.open("style").raw(resource("report.css")).close().close();
    }

    private void banner(Markup html) {
        html.open("header", "class", "banner").open("p", "class", "brand");
        html.open("svg", "viewBox", "0 0 16 28", "width", "14", "height", "25", "aria-hidden", "true");
        html.leaf("path", "class", "line", "d", "M8 0V15")
                .leaf("path", "class", "bob", "d", "M4 14h8v4l-4 9l-4-9z")
                .close();
        html.text("Plumbline").close();
        html.close();
    }

    private static void contents(Markup html, List<Section> sections) {
        html.open("nav", "class", "contents", "aria-label", "Contents").open("ul");
        for (Section section : sections) {
            html.open("li")
                    .element("a", section.title(), "href", "#" + section.id())
                    .close();
        }
        html.close().close();
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCES + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " could not be read", e);
        }
    }

    /** Only this very script may run: what data might smuggle in may not. */
    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
