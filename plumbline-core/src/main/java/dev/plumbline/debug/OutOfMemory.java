package dev.plumbline.debug;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A training step takes more than the machine has. */
final class OutOfMemory implements Check<MemoryEstimate> {
    private static final Rule RULE = new Rule(
            "out-of-memory",
            Stage.CHECK,
            "A training step does not fit into memory",
            "D3: too large batch, too large dense layers; scale back memory-hungry operations one by one");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(MemoryEstimate memory) {
        if (memory.fits()) {
            return List.of();
        }
        String largest = memory.largest().stream()
                .limit(3)
                .map(item -> item.name() + " " + item.type() + " " + size(item.bytes()))
                .collect(Collectors.joining(", "));
        return List.of(new Finding(
                RULE,
                Severity.ERROR,
                Status.CONFIRMED,
                "batch size " + memory.batchSize(),
                "a step takes " + size(memory.totalBytes()) + ", the machine has " + size(memory.availableBytes())
                        + "; the largest: " + largest,
                "Training would be killed, or swap until it stands still.",
                "counted from the shapes of all values",
                memory.largestBatch() > 0
                        ? "Use `batch-size=" + memory.largestBatch() + "` or less."
                        : "Make the largest layers smaller: not even one example fits."));
    }

    private static String size(long bytes) {
        return bytes < 1e8
                ? String.format(Locale.ROOT, "%.3g MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
