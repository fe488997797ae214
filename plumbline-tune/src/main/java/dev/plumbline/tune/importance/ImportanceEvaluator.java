package dev.plumbline.tune.importance;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.space.Space;

/**
 * Works out how important each parameter was.
 *
 * <pre>{@code
 * Importances importances = new PedAnova().evaluate(study.history(), study.space());
 * importances.shares().forEach((name, share) -> System.out.println(name + " " + share));
 * }</pre>
 */
@FunctionalInterface
public interface ImportanceEvaluator {
    /**
     * The importances for the first objective, by the complete trials with a finite value. With fewer than two of them
     * nothing can be told, and all are 0.
     *
     * @param space the parameters to tell of
     */
    Importances evaluate(History history, Space space);
}
