package dev.plumbline.cli.step;

import dev.plumbline.data.Tensor;
import dev.plumbline.lab.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Commands that show a value or a gradient. */
final class LookingCommands {
    private static final int BINS = 10;
    private static final int MOST_BINS = 100;

    private final Walker walker;

    LookingCommands(Walker walker) {
        this.walker = walker;
    }

    List<Command> list() {
        return List.of(
                Command.of(
                        "print p",
                        "print [grad] NAME [SLICE]",
                        "values of a node's output, a parameter, an input, targets or loss, or the gradient: print fc1 [0, :3]",
                        this::print,
                        this::values),
                Command.of(
                        "stats s",
                        "stats [grad] NAME [SLICE]",
                        "mean, deviation, extremes, quantiles, zeros, NaN of the same",
                        this::stats,
                        this::values),
                Command.of(
                        "histogram hist",
                        "histogram [grad] NAME [SLICE] [BINS]",
                        "how often values fall between bounds",
                        this::histogram,
                        this::values));
    }

    private List<String> values() {
        return Stream.concat(walker.names().words().stream(), Stream.of("grad")).toList();
    }

    /** A tensor or a part of it under its title. */
    private record Shown(String title, Tensor tensor) {}

    private Shown shown(String command, String text) {
        if (text.isEmpty()) {
            if (walker.done() == 0) {
                throw WrongCommand.of(command, "a name", "nothing", "Before the first node there is no output yet.");
            }
            String last = walker.reached() > 0
                    ? "grad " + walker.node(walker.size() - walker.reached()).name()
                    : walker.node(walker.done() - 1).name();
            return shown(command, last);
        }
        int bracket = walker.names().has(text) ? -1 : text.lastIndexOf('[');
        String name = bracket < 0 ? text : text.substring(0, bracket).strip();
        Watched watched = walker.names().watched(command, name);
        Tensor whole = walker.seen(command, watched);
        String type = watched.gradient() ? whole.dtype().label() : walker.dtype(watched.name(), whole);
        if (bracket < 0) {
            return new Shown(watched + "  " + type + " " + whole.shape(), whole);
        }
        Slice slice = Slice.parse(text.substring(bracket));
        Tensor part = slice.of(whole);
        return new Shown(watched + slice.text() + "  " + type + " " + part.shape() + " of " + whole.shape(), part);
    }

    private List<String> print(String rest) {
        Shown shown = shown("print", rest);
        List<String> lines = new ArrayList<>();
        lines.add("  " + shown.title());
        lines.addAll(TensorText.of(shown.tensor()));
        return lines;
    }

    private List<String> stats(String rest) {
        Shown shown = shown("stats", rest);
        Tensor tensor = shown.tensor();
        Statistics statistics = Statistics.of(tensor);
        List<String> lines = new ArrayList<>();
        lines.add("  " + shown.title());
        lines.add("  mean " + Figures.of(statistics.mean()) + ", deviation " + Figures.of(statistics.deviation())
                + ", norm " + Figures.of(statistics.norm()));
        double[] finite = IntStream.range(0, tensor.elements())
                .mapToDouble(tensor::get)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (finite.length > 0) {
            lines.add("  min " + Figures.of(finite[0]) + ", 5 % " + quantile(finite, 0.05) + ", median "
                    + quantile(finite, 0.5) + ", 95 % " + quantile(finite, 0.95) + ", max "
                    + Figures.of(finite[finite.length - 1]));
        }
        lines.add("  zeros " + Figures.percent(statistics.zeroShare()) + ", "
                + Figures.count(Arrays.stream(finite).filter(v -> v < 0).count(), "value") + " below zero, "
                + statistics.nans() + " NaN, " + statistics.infinities() + " infinite, of "
                + Figures.count(tensor.elements(), "value"));
        return lines;
    }

    /** The nearest value to a quantile. */
    private static String quantile(double[] sorted, double share) {
        return Figures.of(sorted[(int) Math.round(share * (sorted.length - 1))]);
    }

    private List<String> histogram(String rest) {
        int space = rest.lastIndexOf(' ');
        String last = rest.substring(space + 1);
        boolean counted =
                space > 0 && last.matches("[0-9]{1,9}") && !walker.names().has(rest);
        int bins = counted ? Integer.parseInt(last) : BINS;
        if (bins < 1 || bins > MOST_BINS) {
            throw WrongCommand.of("histogram", "1 to " + MOST_BINS + " bins", last, "Leave it out for " + BINS + ".");
        }
        Shown shown = shown("histogram", counted ? rest.substring(0, space).strip() : rest);
        List<String> lines = new ArrayList<>();
        lines.add("  " + shown.title());
        lines.addAll(HistogramText.of(shown.tensor(), bins));
        return lines;
    }
}
