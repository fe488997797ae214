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
import java.util.List;

/** Trains cases in full and appends their scores to the score book; what stands there is not trained again. */
final class Verification {
    private static final Duration MOST = Duration.ofMinutes(5);

    private final Options options;
    private final Path book;

    Verification(Options options) {
        this.options = options;
        this.book = options.path("scores", "plumbline-zoo/src/main/resources/dev/plumbline/zoo/scores.tsv");
    }

    void run(List<ZooCase> cases) throws IOException, InterruptedException {
        List<ZooCase> asTheyAre = cases.stream()
                .filter(one -> one.id().endsWith("/healthy/as-it-is"))
                .toList();
        train(asTheyAre);
        train(cases);
    }

    private void train(List<ZooCase> cases) throws IOException, InterruptedException {
        ScoreBook known = ScoreBook.of(book);
        List<Job> jobs = cases.stream()
                .filter(one -> known.of(one.id()).isEmpty())
                .filter(one -> one.fault() == null || one.fault().hurts() == Fault.Hurts.MEASURED)
                .filter(one -> one.folder().isPresent())
                .limit(options.integer("limit", Integer.MAX_VALUE))
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
