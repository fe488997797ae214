package dev.plumbline.tune;

/**
 * What is to be made small or large: takes its parameters from the trial and returns how good they are.
 *
 * <pre>{@code
 * Objective sphere = trial -> {
 *     double x = trial.suggestFloat("x", -10, 10);
 *     return x * x;
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Objective {
    /**
     * How good the trial's parameters are.
     *
     * @return the value; NaN fails the trial
     * @throws TrialPruned where the trial is not worth going on
     * @throws Exception whatever else is thrown fails the trial, and the study goes on
     */
    double evaluate(Trial trial) throws Exception;
}
