package dev.plumbline.report.page;

import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.OtherOutputs;
import dev.plumbline.report.OtherOutputs.Score;
import dev.plumbline.report.chart.Markup;

/** How good the network's other outputs are. */
record OtherOutputsSection(Diagnosis diagnosis) implements Section {
    @Override
    public String id() {
        return "outputs";
    }

    @Override
    public String title() {
        return "The other outputs";
    }

    @Override
    public boolean isKnown() {
        return !OtherOutputs.of(diagnosis).isEmpty();
    }

    @Override
    public void write(Markup html) {
        Table table = new Table(html, "Other outputs", "output", "split", "with", "metric", "#score", "#loss");
        for (Score score : OtherOutputs.of(diagnosis)) {
            table.row(
                    Table.name(score.output()),
                    score.split().label(),
                    score.repaired() ? "the fix" : "as it is",
                    score.metric().label(),
                    Numbers.score(score.metric(), score.score()),
                    Numbers.of(score.loss()));
        }
        table.end();
    }
}
