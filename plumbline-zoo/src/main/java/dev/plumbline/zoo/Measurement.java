package dev.plumbline.zoo;

import dev.plumbline.zoo.fault.Fault;
import dev.plumbline.zoo.score.AccuracyPage;
import dev.plumbline.zoo.score.Judged;
import dev.plumbline.zoo.score.ScoreBook;
import dev.plumbline.zoo.score.Scores;
import dev.plumbline.zoo.score.Summary;
import dev.plumbline.zoo.score.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Walks cases, and sums up what was said of them. Answers are kept, so that a run that was killed goes on. */
final class Measurement {
    /** Besides the budget: three full trainings with the fix. */
    private static final Duration BESIDES = Duration.ofMinutes(3);

    private final Options options;
    private final ScoreBook scores;
    private final Path cache;
    private final String tag;

    Measurement(Options options, ScoreBook scores) {
        this.options = options;
        this.scores = scores;
        this.cache = options.path("cache", "bench/.cache/accuracy.jsonl");
        this.tag = options.text("tag", "");
    }

    void run(List<ZooCase> cases) throws IOException, InterruptedException {
        Map<String, Verdict> verdicts = options.has("resume") ? known() : new HashMap<>();
        List<Job> jobs = cases.stream()
                .filter(one -> !verdicts.containsKey(one.id()))
                .map(one -> new Job(
                        Job.Task.WALK,
                        one.id(),
                        scores.healthyTwin(one.id()).map(Scores::values).orElse(List.of())))
                .toList();
        Duration most = options.budget().multipliedBy(4).plus(BESIDES);
        int[] done = {0};
        new Crew(options.ofWorker(), most).work(jobs, options.integer("jobs", 1), (job, answer) -> {
            Verdict verdict = answer == null ? unanswered(job, most) : Verdict.parse(answer);
            verdicts.put(job.id(), verdict);
            append(verdict);
            System.err.printf(Locale.ROOT, "%d/%d %s %.0f s%n", ++done[0], jobs.size(), job.id(), verdict.seconds());
            details(lines(new Summary(judged(cases, verdicts))));
        });
        Summary summary = new Summary(judged(cases, verdicts));
        List<String> lines = lines(summary);
        lines.forEach(System.out::println);
        details(lines);
        if (options.has("out")) {
            Files.writeString(options.path("out", ""), new AccuracyPage(summary).text());
        }
    }

    private List<Judged> judged(List<ZooCase> cases, Map<String, Verdict> verdicts) {
        return cases.stream()
                .filter(one -> verdicts.containsKey(one.id()))
                .map(one -> judged(one, Objects.requireNonNull(verdicts.get(one.id()))))
                .toList();
    }

    /** The figures, and of the half for building each case that is not as it should be. */
    private List<String> lines(Summary summary) {
        List<String> lines = new ArrayList<>(summary.lines());
        if (options.text("half", "all").equals("build")) {
            lines.add("");
            summary.cases().stream()
                    .filter(Judged::isFailure)
                    .map(Judged::line)
                    .sorted()
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Written after every case, so that who waits can read what there is. */
    private void details(List<String> lines) {
        if (options.has("details")) {
            try {
                Files.write(options.path("details", ""), lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Verdict unanswered(Job job, Duration most) {
        return new Verdict(
                job.id(), tag, List.of(), null, List.of(), most.toSeconds(), 0, "the process died or did not answer");
    }

    private Judged judged(ZooCase one, Verdict verdict) {
        Fault fault = one.fault();
        return new Judged(
                one.id(),
                one.kind(),
                fault == null ? Set.of() : fault.accepted(),
                fault != null && fault.repair() == Fault.Repair.EDIT,
                scores.healthyTwin(one.id()).orElseThrow(),
                verdict);
    }

    private Map<String, Verdict> known() throws IOException {
        Map<String, Verdict> known = new HashMap<>();
        if (Files.exists(cache)) {
            for (String line : Files.readAllLines(cache)) {
                Verdict verdict = Verdict.parse(line);
                if (verdict.tag().equals(tag)) {
                    known.put(verdict.id(), verdict);
                }
            }
        }
        return known;
    }

    private void append(Verdict verdict) {
        try {
            Files.createDirectories(
                    Objects.requireNonNull(cache.toAbsolutePath().getParent()));
            Files.writeString(cache, verdict.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
