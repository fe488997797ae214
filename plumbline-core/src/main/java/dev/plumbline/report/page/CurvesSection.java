package dev.plumbline.report.page;

import dev.plumbline.experiment.Metric;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Curve;
import dev.plumbline.report.chart.LineChart;
import dev.plumbline.report.chart.LineChart.Mark;
import dev.plumbline.report.chart.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Learning curves of the full training, and of the repaired one where there is one. */
record CurvesSection(Diagnosis diagnosis) implements Section {
    @Override
    public String id() {
        return "curves";
    }

    @Override
    public String title() {
        return "Learning curves";
    }

    @Override
    public boolean isKnown() {
        return diagnosis.knowledge().training() != null || diagnosis.knowledge().repaired() != null;
    }

    @Override
    public void write(Markup html) {
        Run asItIs = diagnosis.knowledge().training();
        Run repaired = diagnosis.knowledge().repaired();
        if (asItIs != null) {
            if (repaired != null) {
                html.element("h3", "As it is");
            }
            curves(html, asItIs);
        }
        if (repaired != null) {
            html.element("h3", "With the confirmed fix");
            curves(html, repaired);
        }
    }

    private static void curves(Markup html, Run run) {
        html.element(
                "p",
                Words.sentence(run.outcome().text()) + " " + Numbers.count(run.steps(), "step") + " in "
                        + Numbers.time(run.time()) + ".",
                "class",
                "why");
        List<Epoch> epochs = run.trace().epochs();
        html.open("div", "class", "pair");
        if (epochs.size() < 2) {
            float[] losses = run.trace().losses();
            Curve curve = Curve.ofSteps("loss", "first plain", losses);
            new LineChart(
                            "Loss",
                            "Training loss by step, " + LossWords.of(losses),
                            "step",
                            Numbers::of,
                            List.of(curve),
                            null,
                            List.of())
                    .write(html);
        } else {
            Metric metric = run.experiment().goal().metric();
            Epoch best = best(epochs, metric);
            chart(html, "Loss", Numbers::of, epochs, Epoch::trainLoss, e -> orNaN(e.validationLoss()), best, null);
            chart(
                    html,
                    Words.capital(metric.label()),
                    v -> Numbers.score(metric, v),
                    epochs,
                    Epoch::trainScore,
                    e -> orNaN(e.validationScore()),
                    best,
                    run.experiment().goal().target());
        }
        html.close();
    }

    private static void chart(
            Markup html,
            String name,
            DoubleFunction<String> text,
            List<Epoch> epochs,
            ToDoubleFunction<Epoch> train,
            ToDoubleFunction<Epoch> validation,
            @Nullable Epoch best,
            @Nullable Double target) {
        List<Curve> curves = new ArrayList<>();
        curves.add(curve("train", "first", epochs, train));
        String alt = name + " by epoch. Train: " + ends(text, epochs, train) + ".";
        if (epochs.stream().anyMatch(e -> e.validationLoss() != null)) {
            curves.add(curve("validation", "second", epochs, validation));
            alt += " Validation: " + ends(text, epochs, validation) + ".";
        }
        List<Mark> marks = new ArrayList<>();
        if (best != null) {
            marks.add(new Mark("best epoch " + best.number(), best.number(), true));
            alt += " Best epoch " + best.number() + ".";
        }
        if (target != null) {
            marks.add(new Mark("target " + text.apply(target), target, false));
        }
        new LineChart(name, alt, "epoch", text, curves, null, marks).write(html);
    }

    private static Curve curve(String name, String style, List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
        return Curve.of(
                name, style, epochs.size(), i -> epochs.get(i).number(), i -> value.applyAsDouble(epochs.get(i)));
    }

    private static String ends(DoubleFunction<String> text, List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
        return text.apply(value.applyAsDouble(epochs.get(0))) + " to "
                + text.apply(value.applyAsDouble(epochs.get(epochs.size() - 1)));
    }

    /** The epoch whose parameters were kept; null where validation was not followed. */
    private static @Nullable Epoch best(List<Epoch> epochs, Metric metric) {
        Epoch best = null;
        for (Epoch epoch : epochs) {
            boolean scored = epoch.number() > 0 && !Double.isNaN(orNaN(epoch.validationScore()));
            if (scored && (best == null || epoch.isBetterThan(best, metric))) {
                best = epoch;
            }
        }
        return best;
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
