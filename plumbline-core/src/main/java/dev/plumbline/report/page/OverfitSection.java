package dev.plumbline.report.page;

import dev.plumbline.debug.OverfitResult;
import dev.plumbline.experiment.Task;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Curve;
import dev.plumbline.report.chart.LineChart;
import dev.plumbline.report.chart.LineChart.Mark;
import dev.plumbline.report.chart.Markup;
import java.util.List;

/** What became of one batch. */
record OverfitSection(Diagnosis diagnosis) implements Section {
    @Override
    public String id() {
        return "one-batch";
    }

    @Override
    public String title() {
        return "One batch";
    }

    @Override
    public boolean isKnown() {
        return diagnosis.knowledge().overfit() != null;
    }

    @Override
    public void write(Markup html) {
        OverfitResult result = diagnosis.knowledge().overfit();
        if (result == null) {
            return;
        }
        String verdict = result.overfits()
                ? "The network can learn: on one batch of " + Numbers.count(result.batchSize(), "example")
                        + " its loss can be driven to about 0."
                : "The network cannot fit even one batch of " + Numbers.count(result.batchSize(), "example")
                        + ": its loss " + result.trend() + ".";
        html.element("p", verdict, "class", "lead");
        html.open("div", "class", "beside");
        float[] losses = result.run().trace().losses();
        Curve curve = Curve.ofSteps("loss", "first plain", losses);
        new LineChart(
                        "Loss on one batch",
                        "Loss on one batch " + result.trend() + ", " + LossWords.of(losses),
                        "step",
                        Numbers::of,
                        List.of(curve),
                        null,
                        List.of(new Mark("counts as about 0: " + Numbers.of(result.bound()), result.bound(), false)))
                .write(html);
        html.open("dl", "class", "facts");
        fact(html, "Trend", result.trend().label());
        fact(html, "Loss at the start", Numbers.of(result.lossAtStart()));
        fact(html, "Loss at the end", Numbers.of(result.lossAtEnd()));
        boolean regression = result.run().experiment().task() == Task.REGRESSION;
        fact(html, regression ? "Variance left" : "Still wrong", Numbers.percent(result.wrongShare()));
        fact(html, "Steps", Numbers.count(result.run().steps()));
        fact(html, "Outcome", Words.sentence(result.run().outcome().text()));
        html.close().close();
    }

    private static void fact(Markup html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
