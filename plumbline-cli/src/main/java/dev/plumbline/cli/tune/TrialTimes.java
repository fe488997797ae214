package dev.plumbline.cli.tune;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;

/** How long trials took that came to their end, in milliseconds. */
record TrialTimes(History history) {
    /** The median; 0 where none has ended yet. */
    long typical() {
        long[] sorted = millis(Map.of()).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Of the first with this configuration; 0 where it has not ended yet. */
    long of(Map<String, Object> configuration) {
        return millis(configuration).findFirst().orElse(0);
    }

    private LongStream millis(Map<String, Object> configuration) {
        return history.complete().stream()
                .filter(trial -> configuration.isEmpty() || trial.parameters().equals(configuration))
                .mapToLong(TrialTimes::millis)
                .filter(time -> time >= 0);
    }

    private static long millis(TrialRecord trial) {
        Instant start = trial.start();
        Instant end = trial.end();
        return start == null || end == null ? -1 : Duration.between(start, end).toMillis();
    }
}
