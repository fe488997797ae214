package dev.plumbline.report.chart;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.evaluate.Interval;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Terms that add up: each bar starts where the one before it ended, the last is the sum.
 *
 * @param alt what a person who does not see it should know
 * @param steps the terms, in the order in which they add up
 * @param total name of the sum
 * @param text how values are written
 */
public record Waterfall(String alt, List<Step> steps, String total, DoubleFunction<String> text) {
    private static final double BAR = 18;

    /**
     * @param style class of its bar: the term's kind
     * @param chosen whether it is the term to work on
     * @param unsure whether it is within the noise
     */
    public record Step(String name, String style, Interval size, boolean chosen, boolean unsure) {}

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /** Writes it for a screen of so many pixels; names stand above their bar where there is little room. */
    public void write(Markup html, double width, String style) {
        boolean narrow = width < 500;
        double left = narrow ? 8 : 190;
        double right = narrow ? 104 : 150;
        double step = narrow ? 52 : 38;
        double top = 6;
        double floor = top + step * (steps.size() + 1);
        Scale scale = Scale.linear(lowest(), highest(), width - left - right);
        html.open(
                "svg",
                "class",
                "plot " + style,
                "viewBox",
                "0 0 " + at(width) + " " + at(floor + 26),
                "role",
                "img",
                "aria-label",
                alt);
        List<Double> ticks = scale.ticks(narrow ? 3 : 6);
        List<String> labels = Scale.labels(ticks, text);
        for (int i = 0; i < ticks.size(); i++) {
            double tick = ticks.get(i);
            double x = left + scale.at(tick);
            html.path(tick == 0 ? "axis" : "grid", "M" + at(x) + " " + at(top) + "V" + at(floor));
            html.label(labels.get(i), "tick", x, floor + 17, x < 20 ? "start" : "middle");
        }
        double sum = 0;
        double y = top;
        for (Step term : steps) {
            double size = finite(term.size().value());
            bar(html, term, scale, left, y, step, width, sum, narrow);
            sum += size;
            double joint = left + scale.at(sum);
            html.path(
                    "joint",
                    "M" + at(joint) + " " + at(barTop(y, step, narrow) + BAR) + "V"
                            + at(barTop(y + step, step, narrow)));
            y += step;
        }
        boolean known = steps.stream().allMatch(t -> Double.isFinite(t.size().value()));
        Interval whole = new Interval(known ? sum : Double.NaN, Double.NaN, Double.NaN);
        bar(html, new Step(total, "total", whole, false, false), scale, left, y, step, width, 0, narrow);
        html.close();
    }

    private static double barTop(double y, double step, boolean narrow) {
        return narrow ? y + step - BAR - 6 : y + (step - BAR) / 2;
    }

    private void bar(
            Markup html,
            Step term,
            Scale scale,
            double left,
            double y,
            double step,
            double width,
            double from,
            boolean narrow) {
        double top = barTop(y, step, narrow);
        double size = finite(term.size().value());
        double x1 = left + scale.at(Math.min(from, from + size));
        double x2 = left + scale.at(Math.max(from, from + size));
        String chosen = term.chosen() ? " chosen" : "";
        html.label(
                term.name(),
                "label" + chosen,
                narrow ? left : left - 14,
                narrow ? top - 7 : top + BAR / 2 + 4.5,
                narrow ? "start" : "end");
        String unsure = term.unsure() ? " unsure" : "";
        html.leaf(
                "rect",
                "class",
                "bar " + term.style() + unsure,
                "x",
                at(x1),
                "y",
                at(top),
                "width",
                at(Math.max(1.5, x2 - x1)),
                "height",
                at(BAR),
                "rx",
                "2");
        double end = x2;
        if (Double.isFinite(term.size().low())
                && Double.isFinite(term.size().high())
                && term.size().low() < term.size().high()) {
            double low = left + scale.at(from + term.size().low());
            double high = left + scale.at(from + term.size().high());
            end = Math.max(end, high);
            String whisker = "M" + at(low) + " " + at(top + BAR / 2 - 4) + "v8m0-4H" + at(high) + "m0-4v8";
            html.path("halo", whisker).path("whisker", whisker);
        }
        String value = text.apply(term.size().value());
        html.open("text", "class", "value" + chosen, "x", at(end + 8), "y", at(top + BAR / 2 + 4.5))
                .text(value);
        if (term.chosen()) {
            html.element("tspan", narrow ? " ◀ next" : " ◀ work on this", "class", "hint");
        } else if (term.unsure()) {
            html.element("tspan", narrow ? " ≈ noise" : " within noise", "class", "hint quiet");
        }
        html.close();
    }

    private double lowest() {
        return extreme(true);
    }

    private double highest() {
        return extreme(false);
    }

    private double extreme(boolean low) {
        double sum = 0;
        double bound = 0;
        for (Step term : steps) {
            double[] ends = {
                sum + term.size().low(),
                sum + term.size().high(),
                sum + finite(term.size().value())
            };
            for (double end : ends) {
                if (Double.isFinite(end)) {
                    bound = low ? Math.min(bound, end) : Math.max(bound, end);
                }
            }
            sum += finite(term.size().value());
        }
        return bound;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
