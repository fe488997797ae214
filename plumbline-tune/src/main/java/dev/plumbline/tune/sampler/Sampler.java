package dev.plumbline.tune.sampler;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.space.Space;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Chooses what to try next.
 *
 * <p>What it returns depends on nothing but what it is handed, so that a study with a seed can be repeated. It may keep
 * what it has worked out about the finished trials of earlier calls, since those never change (see {@link History}). A
 * study calls it from one thread at a time; give each study its own.
 */
@FunctionalInterface
public interface Sampler {
    /**
     * A configuration for the next trial: a value for each parameter of the space that is there, in the domain's type.
     *
     * <p>The history may hold trials that lack some of the parameters, have others, or have values that the domains no
     * longer hold: a define-by-run objective may ask for anything. In such a study the space is what has been seen so
     * far; a parameter that was never seen before comes as a space of its own.
     */
    Map<String, Object> suggest(History history, Space space, SplittableRandom random);

    /** Whether this sampler has nothing left to suggest, as a grid has when all of it was tried. Most never end. */
    default boolean isExhausted(History history, Space space) {
        return false;
    }
}
