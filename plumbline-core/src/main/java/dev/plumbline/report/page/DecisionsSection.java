package dev.plumbline.report.page;

import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.start.Decision;
import dev.plumbline.start.Proposal;
import java.util.List;

/** What was chosen for the person at the start, and why. */
record DecisionsSection(Diagnosis diagnosis) implements Section {
    private static final int MOST = 40;

    @Override
    public String id() {
        return "decisions";
    }

    @Override
    public String title() {
        return "Decided for you";
    }

    @Override
    public boolean isKnown() {
        Proposal proposal = diagnosis.knowledge().proposal();
        return proposal != null && !proposal.decisions().isEmpty();
    }

    @Override
    public void write(Markup html) {
        Proposal proposal = diagnosis.knowledge().proposal();
        if (proposal == null) {
            return;
        }
        html.element(
                "p",
                "What the experiment file left open was filled from the data. Write a setting yourself to overrule it.",
                "class",
                "lead");
        List<Decision> decisions = proposal.decisions();
        Table table = new Table(html, "Decisions", "setting", "choice", "because", "method");
        decisions.stream()
                .limit(MOST)
                .forEach(d -> table.row(
                        Table.cell(h -> h.element("code", Words.cut(d.subject(), 80))),
                        Table.cell(h -> h.element("strong", Words.cut(d.choice(), 120))),
                        Words.cut(d.reason(), 400),
                        Words.cut(d.row(), 12)));
        table.end();
        Words.more(html, decisions.size() - MOST, "decision", "");
    }
}
