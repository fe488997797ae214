package dev.plumbline.report.text;

import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Term;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.report.Ink;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** The error taken apart as bars of characters, each beginning where the one before ends. */
public record BreakdownText(Ink ink, int width) {
    private static final int NAME = 22;
    private static final int NUMBER = 7;

    /** The lines: a term each, then the sum. */
    public List<String> lines(Decomposition parts) {
        int room = Math.max(10, Math.min(40, width - NAME - NUMBER - 26));
        double sum = 0;
        double low = 0;
        double high = 0;
        for (Term term : parts.terms()) {
            sum += finite(term.size().value());
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        double reach = high - low > 0 ? high - low : 1;
        List<String> lines = new ArrayList<>();
        double from = 0;
        for (Term term : parts.terms()) {
            double to = from + finite(term.size().value());
            boolean chosen = parts.decided().filter(k -> k == term.kind()).isPresent();
            boolean unsure = term.withinNoise() && term.kind() != Kind.IRREDUCIBLE;
            String bar = bar(Math.min(from, to) - low, Math.max(from, to) - low, reach, room, unsure ? "▒" : "█");
            String note = interval(parts.unit(), term.size())
                    + (chosen ? "  ◀ work on this" : unsure ? "  within noise" : "");
            lines.add(line(
                    term.kind().label(),
                    bar,
                    Numbers.error(parts.unit(), term.size().value()),
                    note,
                    room,
                    chosen));
            from = to;
        }
        boolean known =
                parts.terms().stream().allMatch(t -> Double.isFinite(t.size().value()));
        String last = parts.errors().isEmpty()
                ? "error"
                : parts.errors().get(parts.errors().size() - 1).name() + " error";
        lines.add(line(
                last,
                bar(Math.min(0, sum) - low, Math.max(0, sum) - low, reach, room, "█"),
                Numbers.error(parts.unit(), known ? sum : Double.NaN),
                parts.unit(),
                room,
                false));
        lines.addAll(Paragraph.lines("  ", ink.text(parts.reason()), width));
        return lines;
    }

    private static String bar(double from, double to, double reach, int room, String block) {
        int start = Math.min(room - 1, (int) Math.round(from / reach * room));
        int end = Math.max(start + 1, (int) Math.round(to / reach * room));
        return " ".repeat(start) + block.repeat(end - start);
    }

    private String line(String name, String bar, String number, String note, int room, boolean chosen) {
        String label = name + " ".repeat(Math.max(0, NAME - TextWidth.of(name)));
        String filled = ink.text(bar) + " ".repeat(Math.max(0, room - TextWidth.of(bar)));
        String text = " ".repeat(Math.max(0, NUMBER - TextWidth.of(number))) + number;
        return ("  " + (chosen ? ink.bold(label) : ink.text(label)) + " "
                        + (chosen ? ink.warn(filled) : ink.accent(filled)) + " "
                        + (chosen ? ink.bold(text) : ink.text(text)) + "  " + ink.quiet(note))
                .stripTrailing();
    }

    private static String interval(String unit, Interval size) {
        boolean known = Double.isFinite(size.low()) && Double.isFinite(size.high()) && size.low() < size.high();
        return known ? Numbers.error(unit, size.low()) + " to " + Numbers.error(unit, size.high()) : "";
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
