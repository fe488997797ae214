package dev.plumbline.zoo;

import dev.plumbline.zoo.fault.Fault;
import dev.plumbline.zoo.score.ScoreBook;
import dev.plumbline.zoo.score.Scores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains cases in full and appends their scores to the score book; what stands there is not trained again. Goes round
 * the kinds, a few cases of each at a time, until every kind has as many as are measured, or no more.
 */
final class Verification {
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final int A_ROUND = 3;

    private final Options options;
    private final Path book;

    Verification(Options options) {
        this.options = options;
        this.book = options.path("scores", "plumbline-zoo/src/main/resources/dev/plumbline/zoo/scores.tsv");
    }

    void run(List<ZooCase> cases) throws IOException, InterruptedException {
        train(
                ScoreBook.of(book),
                cases.stream()
                        .filter(one -> one.id().endsWith("/healthy/as-it-is"))
                        .toList());
        for (List<ZooCase> round = round(cases); !round.isEmpty(); round = round(cases)) {
            train(ScoreBook.of(book), round);
        }
    }

    private List<ZooCase> round(List<ZooCase> cases) throws IOException {
        ScoreBook known = ScoreBook.of(book);
        Map<String, Integer> good = new HashMap<>();
        cases.stream()
                .filter(one -> Selection.counts(one, known))
                .forEach(one -> good.merge(one.kind(), 1, Integer::sum));
        Map<String, Integer> taken = new HashMap<>();
        return cases.stream()
                .filter(one -> good.getOrDefault(one.kind(), 0) < Selection.most(one) && isOpen(one, known))
                .filter(one -> taken.merge(one.kind(), 1, Integer::sum) <= A_ROUND)
                .toList();
    }

    private static boolean isOpen(ZooCase one, ScoreBook known) {
        Fault fault = one.fault();
        return known.of(one.id()).isEmpty()
                && (fault == null || fault.hurts() == Fault.Hurts.MEASURED)
                && one.folder().isPresent();
    }

    private void train(ScoreBook known, List<ZooCase> cases) throws InterruptedException {
        List<Job> jobs = cases.stream()
                .filter(one -> isOpen(one, known))
                .map(one -> new Job(
                        Job.Task.TRAIN,
                        one.id(),
                        known.healthyTwin(one.id()).map(Scores::values).orElse(List.of())))
                .toList();
        new Crew(options.ofWorker(), MOST).work(jobs, options.integer("jobs", 1), (job, answer) -> {
            String line = answer == null ? new Scores(job.id(), "", List.of(Double.NaN)).line() : answer;
            System.out.println(line);
            append(line);
        });
    }

    private void append(String line) {
        try {
            Files.writeString(book, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
