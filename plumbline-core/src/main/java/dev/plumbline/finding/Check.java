package dev.plumbline.finding;

import java.util.List;

/**
 * Looks at one kind of evidence for one rule.
 *
 * <p>To add one: write a class, list it with the checks of its evidence, write its page, one test that plants the bug
 * and one healthy twin on which it stays silent.
 *
 * @param <E> the evidence: a data profile, a network, a run
 */
public interface Check<E> {
    /** What it looks for. */
    Rule rule();

    /** What it found; empty where all is well, or where the evidence does not tell. */
    List<Finding> look(E evidence);
}
