package dev.plumbline.tune;

/** Several values to be made small or large at once, such as the error and the size of a network. */
@FunctionalInterface
public interface MultiObjective {
    /**
     * How good the trial's parameters are.
     *
     * @return one value for each direction of the study, in their order; NaN fails the trial
     * @throws TrialPruned where the trial is not worth going on
     * @throws Exception whatever else is thrown fails the trial, and the study goes on
     */
    double[] evaluate(Trial trial) throws Exception;
}
