package dev.plumbline.cli.tune.page;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.cli.tune.TuneResult;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.tune.history.TrialRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** When each trial ran; pauses between runs of the command are left out. */
final class Timeline {
    private static final double WIDTH = 760;
    private static final double LANE = 20;
    private static final int MOST_LANES = 12;
    private static final int MOST = 600;
    /** A pause of more than this is between two runs of the command, not within one. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** A trial from and to milliseconds of work, in a lane of its own. */
    private record Span(TrialRecord trial, long from, long to, int lane) {}

    private final List<Span> spans = new ArrayList<>();
    private long end = 1;

    Timeline(TuneResult result) {
        List<TrialRecord> ran = result.trials().stream()
                .filter(t -> t.start() != null && t.end() != null)
                .sorted(Comparator.comparing(t -> Objects.requireNonNull(t.start())))
                .limit(MOST)
                .toList();
        long left = 0;
        Instant latest = ran.isEmpty()
                ? Instant.EPOCH
                : Objects.requireNonNull(ran.get(0).start());
        Instant zero = latest;
        List<Long> lanes = new ArrayList<>();
        for (TrialRecord trial : ran) {
            Instant start = Objects.requireNonNull(trial.start());
            Instant stop = Objects.requireNonNull(trial.end());
            Duration gap = Duration.between(latest, start);
            left += gap.compareTo(PAUSE) > 0 ? gap.toMillis() : 0;
            long from = Duration.between(zero, start).toMillis() - left;
            long to = Math.max(from, Duration.between(zero, stop).toMillis() - left);
            spans.add(new Span(trial, from, to, lane(lanes, from, to)));
            latest = stop.isAfter(latest) ? stop : latest;
            end = Math.max(end, to);
        }
    }

    private static int lane(List<Long> lanes, long from, long to) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lanes.get(lane) <= from) {
                lanes.set(lane, to);
                return lane;
            }
        }
        lanes.add(to);
        return lanes.size() - 1;
    }

    boolean isKnown() {
        return !spans.isEmpty();
    }

    void write(Markup html) {
        int lanes =
                Math.min(MOST_LANES, spans.stream().mapToInt(Span::lane).max().orElse(0) + 1);
        html.open("figure", "class", "chart full").open("figcaption");
        html.element(
                "span",
                "Each bar is a trial; from left to right " + Numbers.time(Duration.ofMillis(end)) + " at work",
                "class",
                "chart-title");
        html.open("span", "class", "legend");
        for (String state : List.of("complete", "pruned", "failed")) {
            html.open("span", "class", "key").open("span", "class", "swatch " + state, "aria-hidden", "true");
            html.close().text(state).close();
        }
        html.close().close();
        double floor = LANE * lanes + 4;
        html.open(
                "svg",
                "class",
                "plot line",
                "viewBox",
                "0 0 " + at(WIDTH) + " " + at(floor + 4),
                "role",
                "img",
                "aria-label",
                "When each trial ran");
        for (Span span : spans) {
            if (span.lane() < lanes) {
                double x = WIDTH * span.from() / end;
                String state = span.trial().state().name().toLowerCase(Locale.ROOT);
                html.open(
                        "rect",
                        "class",
                        "span " + state,
                        "x",
                        at(x),
                        "y",
                        at(LANE * span.lane() + 2),
                        "width",
                        at(Math.max(1, WIDTH * (span.to() - span.from()) / end - 1)),
                        "height",
                        at(LANE - 5),
                        "rx",
                        "2");
                html.element(
                                "title",
                                "trial " + span.trial().number() + ", " + state + ", "
                                        + Numbers.time(Duration.ofMillis(span.to() - span.from())))
                        .close();
            }
        }
        html.path("axis", "M0 " + at(floor) + "H" + at(WIDTH));
        html.close().close();
    }
}
