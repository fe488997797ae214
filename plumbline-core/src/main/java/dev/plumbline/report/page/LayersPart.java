package dev.plumbline.report.page;

import dev.plumbline.debug.LayerSummary;
import dev.plumbline.debug.NetworkSummary;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Every layer in a table, its nodes folded beneath it. */
record LayersPart(NetworkSummary summary) implements Section {
    private static final int MOST_NODES = 60;

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
        return true;
    }

    /** What a link calls each layer. */
    static Map<String, String> ids(NetworkSummary summary) {
        Map<String, String> ids = new HashMap<>();
        for (LayerSummary layer : summary.layers()) {
            ids.put(layer.name(), "layer-" + ids.size());
        }
        return ids;
    }

    @Override
    public void write(Markup html) {
        Map<String, String> ids = ids(summary);
        Table table = new Table(
                html, "Layers", "layer", "type", "output", "#parameters", "#trainable", "#bytes an example", "nodes");
        for (LayerSummary layer : summary.layers()) {
            table.row(
                    Table.cell(cell -> {
                        cell.open("span", "id", ids.getOrDefault(layer.name(), ""));
                        Words.name(cell, layer.name());
                        cell.close();
                    }),
                    Words.cut(layer.type(), 40),
                    Table.cell(
                            cell -> cell.element("span", layer.output().shape().toString(), "class", "nowrap")
                                    .element("span", layer.output().dtype().label(), "class", "type")),
                    Numbers.count(layer.parameters()),
                    Numbers.count(layer.trainable()),
                    Numbers.bytes(layer.activationBytes()),
                    Table.cell(cell -> nodes(cell, layer)));
        }
        table.end();
    }

    private void nodes(Markup html, LayerSummary layer) {
        String operators =
                layer.nodes().stream().map(Node::operator).distinct().limit(6).collect(Collectors.joining(", "));
        html.open("details").element("summary", operators).open("ul", "class", "nodes");
        layer.nodes().stream().limit(MOST_NODES).forEach(node -> node(html, node));
        html.close();
        Words.more(html, layer.nodes().size() - MOST_NODES, "node", "");
        html.close();
    }

    private void node(Markup html, Node node) {
        html.open("li").element("code", node.operator()).text(" ");
        Words.name(html, node.name());
        html.text(" (");
        html.text(Words.cut(
                node.inputs().stream()
                        .filter(in -> !in.isEmpty())
                        .map(this::described)
                        .collect(Collectors.joining(", ")),
                300));
        html.text(")");
        if (!node.attributes().values().isEmpty()) {
            html.element("span", " " + Words.cut(node.attributes().values().toString(), 200), "class", "type");
        }
        html.close();
    }

    private String described(String value) {
        Network network = summary.network();
        ValueType type = summary.types().get(value);
        return value + (network.parameter(value).isPresent() && type != null ? " " + type : "");
    }
}
