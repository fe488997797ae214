package dev.plumbline.report.page;

import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import java.util.List;

/**
 * How many train examples each class has.
 *
 * @param names by class number
 * @param counts by class number
 */
record ClassBalance(List<String> names, List<Integer> counts) {
    private static final int MOST = 24;

    void write(Markup html) {
        html.element("h3", "Class balance on train");
        long all = Math.max(1, counts.stream().mapToLong(Integer::longValue).sum());
        int largest =
                Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        Table table = new Table(html, "Class balance", "class", "#examples", "", "#share");
        for (int i = 0; i < Math.min(MOST, counts.size()); i++) {
            int count = counts.get(i);
            String name = i < names.size() ? names.get(i) : Integer.toString(i);
            table.row(
                    Table.name(name),
                    Numbers.count(count),
                    Table.cell(h -> Bars.bar(h, count / (double) largest)),
                    Numbers.percent(count / (double) all));
        }
        table.end();
        if (counts.size() > MOST) {
            List<Integer> rest = counts.subList(MOST, counts.size());
            html.element(
                    "p",
                    "and " + Numbers.count(rest.size()) + (rest.size() == 1 ? " more class" : " more classes")
                            + " with "
                            + Numbers.count(rest.stream()
                                    .mapToInt(Integer::intValue)
                                    .min()
                                    .orElse(0)) + " to "
                            + Numbers.count(rest.stream()
                                    .mapToInt(Integer::intValue)
                                    .max()
                                    .orElse(0)) + " examples each",
                    "class",
                    "more");
        }
    }
}
