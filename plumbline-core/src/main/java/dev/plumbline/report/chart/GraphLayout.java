package dev.plumbline.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places for the boxes of a graph, from top to bottom: each below what it reads, rows ordered so that few lines cross,
 * after Sugiyama, Tagawa and Toda (1981). A line that passes a row keeps a narrow slot of its own there.
 */
final class GraphLayout {
    static final int WIDTH = 190;
    static final int HEIGHT = 54;
    private static final int SLOT = 16;
    private static final int BESIDE = 22;
    private static final int BELOW = 34;
    private static final int SWEEPS = 6;

    /** A line from one box to another, through its slots. */
    record Line(List<Place> points) {
        Line {
            points = List.copyOf(points);
        }
    }

    /** The middle of a box or a slot. */
    record Place(double x, double y) {}

    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<List<String>> order = new ArrayList<>();
    private final Map<String, List<String>> readers = new HashMap<>();
    private final Map<String, List<String>> sources = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final List<List<String>> chains = new ArrayList<>();
    private double width;

    /**
     * @param from what each box reads; what stands later in the map's order is not waited for, so cycles are harmless
     */
    GraphLayout(Map<String, List<String>> from) {
        from.forEach((name, reads) -> rows.put(
                name,
                reads.stream()
                        .filter(rows::containsKey)
                        .mapToInt(r -> rows.getOrDefault(r, 0) + 1)
                        .max()
                        .orElse(0)));
        rows.forEach((name, row) -> row(row).add(name));
        from.forEach((name, reads) ->
                reads.stream().filter(rows::containsKey).distinct().forEach(source -> chain(source, name)));
        arrange();
    }

    private List<String> row(int index) {
        while (order.size() <= index) {
            order.add(new ArrayList<>());
        }
        return order.get(index);
    }

    private void chain(String source, String target) {
        List<String> chain = new ArrayList<>(List.of(source));
        int last = rows.getOrDefault(target, 0);
        for (int row = rows.getOrDefault(source, 0) + 1; row < last; row++) {
            String slot = "\u0000" + chains.size() + ":" + row;
            row(row).add(slot);
            chain.add(slot);
        }
        chain.add(target);
        chains.add(chain);
        for (int i = 1; i < chain.size(); i++) {
            readers.computeIfAbsent(chain.get(i - 1), n -> new ArrayList<>()).add(chain.get(i));
            sources.computeIfAbsent(chain.get(i), n -> new ArrayList<>()).add(chain.get(i - 1));
        }
    }

    private static boolean isSlot(String name) {
        return name.startsWith("\u0000");
    }

    private static double widthOf(String name) {
        return isSlot(name) ? SLOT : WIDTH;
    }

    private void arrange() {
        order.forEach(this::spread);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < order.size(); i++) {
                List<String> row = order.get(down ? i : order.size() - 1 - i);
                Map<String, List<String>> neighbours = down ? sources : readers;
                Map<String, Double> wish = new HashMap<>();
                row.forEach(name -> wish.put(name, middle(neighbours.getOrDefault(name, List.of()), x(name))));
                row.sort(Comparator.comparingDouble(name -> wish.getOrDefault(name, 0.0)));
                pull(row, wish);
            }
        }
        double left = places.entrySet().stream()
                .mapToDouble(e -> e.getValue().x() - widthOf(e.getKey()) / 2)
                .min()
                .orElse(0);
        places.replaceAll((name, p) -> new Place(p.x() - left + BESIDE, p.y()));
        width = places.entrySet().stream()
                        .mapToDouble(e -> e.getValue().x() + widthOf(e.getKey()) / 2)
                        .max()
                        .orElse(0)
                + BESIDE;
    }

    private double x(String name) {
        Place place = places.get(name);
        return place == null ? 0 : place.x();
    }

    private double middle(List<String> names, double otherwise) {
        return names.stream().mapToDouble(this::x).average().orElse(otherwise);
    }

    private void spread(List<String> row) {
        double x = 0;
        for (String name : row) {
            put(name, x + widthOf(name) / 2);
            x += widthOf(name) + BESIDE;
        }
    }

    private void put(String name, double x) {
        int row = order.indexOf(
                order.stream().filter(r -> r.contains(name)).findFirst().orElseThrow());
        places.put(name, new Place(x, row * (HEIGHT + BELOW) + HEIGHT / 2.0 + BELOW / 2.0));
    }

    /** Each where it wishes to be as far as its neighbours let it: pushed from the left, then the row moved back. */
    private void pull(List<String> row, Map<String, Double> wish) {
        double edge = Double.NEGATIVE_INFINITY;
        double off = 0;
        double y = row.isEmpty()
                ? 0
                : places.getOrDefault(row.get(0), new Place(0, 0)).y();
        Map<String, Double> at = new HashMap<>();
        for (String name : row) {
            double wished = wish.getOrDefault(name, 0.0);
            double x = Math.max(wished, edge + widthOf(name) / 2);
            at.put(name, x);
            off += x - wished;
            edge = x + widthOf(name) / 2 + BESIDE;
        }
        double shift = row.isEmpty() ? 0 : off / row.size();
        row.forEach(name -> places.put(name, new Place(at.getOrDefault(name, 0.0) - shift, y)));
    }

    Place place(String name) {
        return places.getOrDefault(name, new Place(0, 0));
    }

    List<Line> lines() {
        return chains.stream()
                .map(chain -> new Line(chain.stream().map(this::place).toList()))
                .toList();
    }

    double width() {
        return width;
    }

    double height() {
        return order.size() * (double) (HEIGHT + BELOW);
    }
}
