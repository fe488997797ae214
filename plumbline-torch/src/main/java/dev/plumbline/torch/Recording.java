package dev.plumbline.torch;

import ai.djl.ndarray.NDManager;
import dev.plumbline.data.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one batch did in a network: every value, and the gradient of the loss (its scale and the penalties included)
 * with respect to each. They lie in libtorch's memory until they are asked for, and are freed when it is closed.
 */
public final class Recording implements AutoCloseable {
    /**
     * Where it could not go on.
     *
     * @param node the node that failed; null where the loss or the way back did
     * @param text what was wrong
     */
    public record Failure(@Nullable String node, String text) {}

    private final NDManager memory;
    private final Map<String, Supplier<Tensor>> values;
    private final Map<String, Supplier<Tensor>> gradients;
    private final @Nullable Double loss;
    private final @Nullable Failure failure;

    Recording(
            NDManager memory,
            Map<String, Supplier<Tensor>> values,
            Map<String, Supplier<Tensor>> gradients,
            @Nullable Double loss,
            @Nullable Failure failure) {
        this.memory = memory;
        this.values = Map.copyOf(values);
        this.gradients = Map.copyOf(gradients);
        this.loss = loss;
        this.failure = failure;
    }

    /** An input's or a node's output's values, whole numbers and truths as int64; empty where it was never computed. */
    public Optional<Tensor> value(String name) {
        return Optional.ofNullable(values.get(name)).map(Supplier::get);
    }

    /** The gradient with respect to a value or a parameter, shaped like it; empty where none flows. */
    public Optional<Tensor> gradient(String name) {
        return Optional.ofNullable(gradients.get(name)).map(Supplier::get);
    }

    /** The mean loss over the batch, without scale and penalties; empty where it failed before. */
    public OptionalDouble loss() {
        return loss == null ? OptionalDouble.empty() : OptionalDouble.of(loss);
    }

    /** Where it could not go on; what was known before it is there all the same. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        memory.close();
    }
}
