package dev.plumbline.report.text;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.report.Ink;
import java.util.ArrayList;
import java.util.List;

/** A finding as lines. */
public record FindingText(Ink ink, int width) {
    /** All that is known of it. */
    public List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>();
        String head = sign(finding) + " " + finding.status() + " " + finding.severity();
        String inked = finding.status() == Status.RULED_OUT
                ? ink.quiet(head)
                : finding.severity() == Severity.ERROR
                        ? ink.bad(head)
                        : finding.severity() == Severity.WARNING ? ink.warn(head) : ink.accent(head);
        lines.add("  " + inked + "  " + ink.bold(finding.rule().title()));
        lines.add("    "
                + ink.quiet(finding.subject() + " · rule " + finding.rule().id()));
        entry(lines, "seen", finding.seen());
        entry(lines, "why", finding.why());
        String by = finding.confirmedBy();
        if (by != null) {
            entry(lines, "shown by", by);
        }
        entry(lines, "to do", finding.remedy());
        return lines;
    }

    private void entry(List<String> lines, String name, String text) {
        if (!text.isBlank()) {
            String label = "    " + name + " ".repeat(10 - name.length());
            lines.addAll(Paragraph.lines(label, ink.text(text), width));
        }
    }

    private static String sign(Finding finding) {
        return switch (finding.status()) {
            case CONFIRMED -> "●";
            case SUSPECTED -> "▲";
            case RULED_OUT -> "○";
        };
    }
}
