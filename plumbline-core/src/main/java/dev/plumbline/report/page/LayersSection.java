package dev.plumbline.report.page;

import dev.plumbline.debug.LayerRow;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.lab.Statistics;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.Oddity;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.report.chart.Strip;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every layer in the first forward and backward step. */
record LayersSection(Diagnosis diagnosis) implements Section {
    private static final int MOST = 120;

    @Override
    public String id() {
        return "layers";
    }

    @Override
    public String title() {
        return "Layer by layer";
    }

    @Override
    public boolean isKnown() {
        return diagnosis.knowledge().firstStep() != null
                && !diagnosis.knowledge().firstStep().layers().isEmpty();
    }

    @Override
    public void write(Markup html) {
        if (diagnosis.knowledge().firstStep() == null) {
            return;
        }
        List<LayerRow> layers = diagnosis.knowledge().firstStep().layers();
        long parameters = layers.stream().mapToLong(LayerRow::parameters).sum();
        long trainable = layers.stream().mapToLong(LayerRow::trainable).sum();
        html.element(
                "p",
                "One forward and one backward step on one batch: " + Numbers.count(layers.size(), "layer") + ", "
                        + Numbers.count(parameters, "parameter")
                        + (trainable == parameters
                                ? ", all trained."
                                : ", " + Numbers.count(trainable) + " of them trained."),
                "class",
                "lead");
        Strip values = new Strip(reach(layers.stream().map(LayerRow::value)));
        Strip gradients =
                new Strip(reach(layers.stream().map(LayerRow::gradient).filter(Objects::nonNull)));
        Table table = new Table(
                html,
                "Layers",
                "layer",
                "output",
                "#parameters",
                "of its",
                "spread",
                "#mean",
                "#std",
                "#min",
                "#max",
                "#zeros",
                "");
        layers.stream().limit(MOST).forEach(l -> row(table, l, values, gradients));
        table.end();
        Words.more(html, layers.size() - MOST, "layer", "");
        html.element(
                "p",
                "The strips show the smallest to the largest value as a line and one standard deviation around the mean as a box, 0 in the middle, on one axis for all layers. ▲ marks what is unusual at this point; whether it is wrong stands under Findings.",
                "class",
                "why");
    }

    private static void row(Table table, LayerRow layer, Strip values, Strip gradients) {
        List<Object> shared = List.of(
                twoLines(layer.layer(), layer.type()),
                Table.cell(html -> html.element("span", layer.output().toString(), "class", "nowrap")
                        .element("span", layer.dtype().label(), "class", "type")),
                Numbers.count(layer.parameters()));
        table.pair(
                shared,
                cells("values", values, layer.value(), Oddity.ofValue(layer.value())),
                cells("gradients", gradients, layer.gradient(), Oddity.ofGradient(layer.gradient())));
    }

    private static Consumer<Markup> twoLines(String name, String type) {
        return Table.cell(html -> {
            Words.name(html, name);
            html.element("span", Words.cut(type, 40), "class", "type");
        });
    }

    private static List<Object> cells(String what, Strip strip, @Nullable Statistics s, Optional<String> odd) {
        Consumer<Markup> mark = Table.cell(html -> odd.ifPresent(o -> html.element("span", "▲ " + o, "class", "odd")));
        if (s == null) {
            return List.of(what, "", "–", "–", "–", "–", "–", mark);
        }
        return List.of(
                what,
                Table.cell(html -> strip.write(html, s)),
                Numbers.of(s.mean()),
                Numbers.of(s.deviation()),
                Numbers.of(s.min()),
                Numbers.of(s.max()),
                Numbers.percent(s.zeroShare()),
                mark);
    }

    private static double reach(Stream<@Nullable Statistics> all) {
        return all.filter(Objects::nonNull)
                .flatMap(s -> Stream.of(Math.abs(s.min()), Math.abs(s.max())))
                .filter(Double::isFinite)
                .max(Double::compare)
                .orElse(1.0);
    }
}
