package dev.plumbline.report.page;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingOrder;
import dev.plumbline.finding.Rule;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.chart.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages of the rules that found something, so that a link from a finding leads somewhere without a network. */
record RulePages(Diagnosis diagnosis) implements Section {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,80}");
    private static final int MOST = 40;
    private static final int MOST_TEXT = 8_000;

    @Override
    public String id() {
        return "rules";
    }

    @Override
    public String title() {
        return "The rules behind the findings";
    }

    @Override
    public boolean isKnown() {
        return !diagnosis.knowledge().findings().isEmpty();
    }

    @Override
    public void write(Markup html) {
        List<Rule> rules = FindingOrder.sorted(diagnosis.knowledge().findings()).stream()
                .map(Finding::rule)
                .distinct()
                .limit(MOST)
                .toList();
        for (Rule rule : rules) {
            html.open("details", "id", anchor(rule.id()), "class", "rule");
            html.open("summary")
                    .open("code")
                    .text(Words.cut(rule.id(), 80))
                    .close()
                    .text(" " + Words.cut(rule.title(), 200))
                    .close();
            page(rule.id()).ifPresent(text -> new RuleText(Words.cut(text, MOST_TEXT)).write(html));
            html.element("p", "Source: " + Words.cut(rule.source(), 300), "class", "why");
            html.element(
                    "p",
                    "Looked for in the stage \"" + rule.stage().title() + "\". In the terminal: plumbline explain "
                            + Words.cut(rule.id(), 80),
                    "class",
                    "why");
            html.close();
        }
    }

    /** The link target of a rule. */
    static String anchor(String rule) {
        return "rule-" + (ID.matcher(rule).matches() ? rule : "x" + Integer.toHexString(rule.hashCode()));
    }

    private static Optional<String> page(String rule) {
        if (!ID.matcher(rule).matches()) {
            return Optional.empty();
        }
        try (InputStream in = RulePages.class.getResourceAsStream("/dev/plumbline/rules/" + rule + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the page of rule " + rule + " could not be read", e);
        }
    }
}
