package dev.plumbline.report.page;

import dev.plumbline.lab.Statistics;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.start.DataProfile.FeatureProfile;
import dev.plumbline.start.DataProfile.InputProfile;
import java.util.Comparator;
import java.util.List;

/** An input and its features; those that a person should look at come first where there are too many for the page. */
record FeatureTable(InputProfile input) {
    private static final int MOST = 40;
    private static final int SHORT = 12;

    void write(Markup html) {
        html.open("h3").text("Input ");
        Words.name(html, input.name());
        html.close();
        html.element(
                "p",
                input.shape() + " " + input.dtype() + " an example; values from "
                        + Numbers.of(input.values().min()) + " to "
                        + Numbers.of(input.values().max()) + ", mean "
                        + Numbers.of(input.values().mean()) + ", standard deviation "
                        + Numbers.of(input.values().deviation()) + ", "
                        + Numbers.percent(input.values().zeroShare()) + " zeros"
                        + (input.values().isFinite()
                                ? "."
                                : "; " + Numbers.count(input.values().nans()) + " NaN and "
                                        + Numbers.count(input.values().infinities()) + " infinite."));
        List<FeatureProfile> features = input.features();
        if (features.isEmpty()) {
            return;
        }
        long constant = features.stream()
                .filter(f -> f.values().min() == f.values().max())
                .count();
        if (constant > 0) {
            html.element(
                    "p",
                    Numbers.count(constant, "feature") + (constant == 1 ? " never changes" : " never change") + ".");
        }
        List<FeatureProfile> shown = features.size() <= MOST
                ? features
                : features.stream()
                        .sorted(Comparator.comparingInt(FeatureTable::interest))
                        .limit(MOST)
                        .toList();
        if (features.size() <= SHORT) {
            html.open("details", "open", "");
        } else {
            html.open("details");
        }
        html.element("summary", Numbers.count(features.size(), "feature") + " in numbers");
        Table table = new Table(html, "Features", "feature", "#mean", "#std", "#min", "#max", "#zeros", "");
        for (FeatureProfile feature : shown) {
            Statistics v = feature.values();
            table.row(
                    Table.name(feature.name()),
                    Numbers.of(v.mean()),
                    Numbers.of(v.deviation()),
                    Numbers.of(v.min()),
                    Numbers.of(v.max()),
                    Numbers.percent(v.zeroShare()),
                    mark(v));
        }
        table.end();
        Words.more(html, features.size() - shown.size(), "feature", "");
        html.close();
    }

    private static String mark(Statistics v) {
        if (!v.isFinite()) {
            return "▲ " + Numbers.count(v.nans() + v.infinities()) + " not finite";
        }
        return v.min() == v.max() ? "▲ constant" : "";
    }

    private static int interest(FeatureProfile feature) {
        return !feature.values().isFinite()
                ? 0
                : feature.values().min() == feature.values().max() ? 1 : 2;
    }
}
