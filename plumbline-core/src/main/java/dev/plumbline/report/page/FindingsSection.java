package dev.plumbline.report.page;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingOrder;
import dev.plumbline.finding.Status;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.chart.Markup;
import java.util.List;

/** What was found; what was ruled out is folded away. */
record FindingsSection(Diagnosis diagnosis) implements Section {
    /** More than a person reads; every one of them is in report.json. */
    private static final int MOST = 40;

    @Override
    public String id() {
        return "findings";
    }

    @Override
    public String title() {
        return "Findings";
    }

    @Override
    public boolean isKnown() {
        return !diagnosis.knowledge().path().isEmpty()
                || !diagnosis.knowledge().findings().isEmpty();
    }

    @Override
    public void write(Markup html) {
        List<Finding> all = FindingOrder.sorted(diagnosis.knowledge().findings());
        List<Finding> standing =
                all.stream().filter(f -> f.status() != Status.RULED_OUT).toList();
        List<Finding> ruledOut =
                all.stream().filter(f -> f.status() == Status.RULED_OUT).toList();
        if (standing.isEmpty()) {
            html.element("p", "Nothing wrong was found in the stages that were visited.", "class", "lead");
        }
        standing.stream().limit(MOST).forEach(f -> finding(html, f));
        Words.more(html, standing.size() - MOST, "finding", "; all are in report.json");
        if (!ruledOut.isEmpty()) {
            html.open("details")
                    .element(
                            "summary",
                            "Ruled out: " + ruledOut.size()
                                    + (ruledOut.size() == 1
                                            ? " suspicion was tested and dropped"
                                            : " suspicions were tested and dropped"));
            ruledOut.stream().limit(MOST).forEach(f -> finding(html, f));
            Words.more(html, ruledOut.size() - MOST, "finding", "; all are in report.json");
            html.close();
        }
    }

    private static void finding(Markup html, Finding finding) {
        String look = look(finding);
        html.open("article", "class", "finding " + look);
        html.open("p", "class", "chips");
        Words.chip(html, look, sign(look), finding.status().label());
        Words.chip(html, "quiet", "", finding.severity().label());
        html.element("span", finding.rule().stage().title(), "class", "stage-name");
        html.close();
        html.element("h3", Words.heading(finding.rule().title(), 300));
        html.open("p", "class", "subject");
        Words.name(html, finding.subject());
        html.text(" · rule ");
        html.open("a", "href", "#" + RulePages.anchor(finding.rule().id()))
                .open("code")
                .text(Words.cut(finding.rule().id(), 80))
                .close()
                .close();
        html.close();
        html.open("dl");
        entry(html, "Seen", finding.seen());
        entry(html, "Why it matters", finding.why());
        String by = finding.confirmedBy();
        if (by != null) {
            entry(html, finding.status() == Status.RULED_OUT ? "Ruled out by" : "Confirmed by", by);
        }
        entry(html, "What to do", finding.remedy());
        html.close().close();
    }

    private static String look(Finding finding) {
        if (finding.status() == Status.RULED_OUT) {
            return "quiet";
        }
        return switch (finding.severity()) {
            case ERROR -> "bad";
            case WARNING -> "warn";
            case INFO -> "info";
        };
    }

    private static String sign(String look) {
        return switch (look) {
            case "bad" -> "●";
            case "warn" -> "▲";
            case "info" -> "i";
            default -> "○";
        };
    }

    private static void entry(Markup html, String name, String text) {
        if (!text.isBlank()) {
            html.element("dt", name).element("dd", Words.sentence(text));
        }
    }
}
