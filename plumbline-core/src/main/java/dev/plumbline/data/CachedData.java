package dev.plumbline.data;

import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Task;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads each plan's data once, however often experiments that differ only in subset, batch or normalization ask for
 * them. Safe for several threads.
 */
public final class CachedData implements DataSource {
    private final DataSource source;
    private final Map<Key, Dataset> read = new ConcurrentHashMap<>();
    private final Map<Key, Dataset> edited = new ConcurrentHashMap<>();

    private record Key(DataPlan plan, @Nullable Task task) {}

    public CachedData(DataSource source) {
        this.source = source;
    }

    @Override
    public Dataset load(DataPlan plan, @Nullable Task task) {
        DataPlan whole = plan.whole().withNormalization(Normalization.NONE).withTargetNormalization(Normalization.NONE);
        Dataset dataset = Objects.requireNonNull(
                read.computeIfAbsent(new Key(whole, task), key -> source.load(key.plan(), key.task())));
        if (plan.oneBatch() == null || plan.edits().isEmpty()) {
            return edited(dataset, plan, task);
        }
        // batches differ, the edited data that they are chosen from do not
        return Subsets.oneBatch(edited(dataset, plan.withOneBatch(null), task), plan);
    }

    private Dataset edited(Dataset dataset, DataPlan plan, @Nullable Task task) {
        return plan.edits().isEmpty()
                ? Subsets.apply(dataset, plan)
                : Objects.requireNonNull(
                        edited.computeIfAbsent(new Key(plan, task), key -> Subsets.apply(dataset, key.plan())));
    }

    @Override
    public Map<String, Tensor> arrays(Path file) {
        return source.arrays(file);
    }
}
