package dev.plumbline.zoo.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The figures over many cases. Shares are of the faulty cases, or of the healthy ones where that is said. */
public record Summary(List<Judged> cases) {
    public Summary {
        cases = List.copyOf(cases);
    }

    List<Judged> faulty() {
        return cases.stream().filter(c -> !c.isHealthy()).toList();
    }

    List<Judged> healthy() {
        return cases.stream().filter(Judged::isHealthy).toList();
    }

    /** A figure, what it is asked to be, and how many cases it is over. */
    public record Figure(String name, String asked, int count, int of) {
        public double share() {
            return of == 0 ? Double.NaN : (double) count / of;
        }

        /** The share in percent with its counts. */
        public String text() {
            return of == 0 ? "none" : String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100 * share(), count, of);
        }
    }

    /** All that issue 4 asks for. */
    public List<Figure> figures() {
        List<Judged> repairable = faulty().stream().filter(Judged::repairable).toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("found", ">= 95 %", faulty(), Judged::isFound));
        figures.add(figure("true cause first", ">= 80 %", faulty(), c -> c.rank() == 1));
        figures.add(figure("true cause among the first three", ">= 95 %", faulty(), c -> c.rank() <= 3));
        figures.add(figure("confirmed", ">= 85 %", faulty(), Judged::isConfirmed));
        figures.add(figure("the proposed fix repairs it", ">= 85 %", repairable, Judged::isRepaired));
        figures.add(figure("healthy with an error", "<= 3 %", healthy(), Judged::hasError));
        return figures;
    }

    static Figure figure(String name, String asked, List<Judged> of, Predicate<Judged> which) {
        return new Figure(name, asked, (int) of.stream().filter(which).count(), of.size());
    }

    /** Seconds of a walk that so large a share of the cases stays below; NaN where there are none. */
    public double seconds(double share) {
        return quantile(share, c -> c.verdict().seconds());
    }

    /** The same in time of the processor. */
    public double processorSeconds(double share) {
        return quantile(share, c -> c.verdict().cpuSeconds());
    }

    private double quantile(double share, ToDoubleFunction<Judged> of) {
        double[] sorted = cases.stream().mapToDouble(of).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /** The figures as lines for a terminal. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(faulty().size() + " faulty and " + healthy().size() + " healthy cases");
        figures()
                .forEach(f ->
                        lines.add(String.format(Locale.ROOT, "%-36s %-22s asked %s", f.name(), f.text(), f.asked())));
        lines.add(String.format(
                Locale.ROOT,
                "%-36s %.1f s and %.1f s      asked < 20 s and < 90 s",
                "seconds, median and 95th percentile",
                seconds(0.5),
                seconds(0.95)));
        lines.add(String.format(
                Locale.ROOT,
                "%-36s %.1f s and %.1f s      of one processor",
                "  the same in processor time",
                processorSeconds(0.5),
                processorSeconds(0.95)));
        return lines;
    }
}
