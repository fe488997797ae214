package dev.plumbline.formats.keras;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Operations of {@code keras.ops} that stand in a graph beside layers: {@code x * 2}, {@code x[:, 0]}. */
final class KerasOperations {
    private final Map<String, KerasLayer> byClass = new HashMap<>();

    private KerasOperations() {}

    static KerasOperations standard() {
        KerasOperations table = new KerasOperations();
        ArithmeticOperations.rows(table);
        MaskOperations.rows(table);
        FormulaOperations.rows(table);
        return table;
    }

    void row(String className, KerasLayer operation) {
        byClass.put(className, operation);
    }

    Optional<KerasLayer> get(String className) {
        return Optional.ofNullable(byClass.get(className));
    }
}
