package dev.plumbline.report.page;

import dev.plumbline.guide.Diagnosis;
import dev.plumbline.improve.NextStep;
import dev.plumbline.report.ApplyCommand;
import dev.plumbline.report.chart.Markup;
import java.util.List;

/** What to do next, best first. */
record NextStepsSection(Diagnosis diagnosis, String path) implements Section {
    private static final int MOST = 20;

    @Override
    public String id() {
        return "next";
    }

    @Override
    public String title() {
        return "What to do next";
    }

    @Override
    public boolean isKnown() {
        return !diagnosis.knowledge().nextSteps().isEmpty();
    }

    @Override
    public void write(Markup html) {
        List<NextStep> steps = diagnosis.knowledge().nextSteps();
        html.open("ol", "class", "next");
        steps.stream().limit(MOST).forEach(step -> {
            html.open("li").element("h3", Words.heading(step.title(), 200));
            html.element("p", Words.sentence(step.why()));
            if (!step.expectation().isBlank()) {
                html.open("p", "class", "why")
                        .element("span", "Expected: ")
                        .text(Words.sentence(step.expectation()))
                        .close();
            }
            step.intervention().ifPresent(name -> Words.command(html, ApplyCommand.of(path, name)));
            html.close();
        });
        html.close();
        Words.more(html, steps.size() - MOST, "step", "; all are in report.json");
    }
}
