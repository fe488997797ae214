package dev.plumbline.tune.storage;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened in a study. A study is nothing but its events in their order: who replays them has the study.
 * Values of parameters have the types that {@link dev.plumbline.tune.space.Domain} names; instants have milliseconds.
 */
public sealed interface StudyEvent {
    /** The first event of a study. */
    record StudyCreated(String name, List<Direction> directions) implements StudyEvent {}

    /** A parameter was declared, met for the first time, or met with another domain. */
    record ParameterDeclared(Parameter parameter) implements StudyEvent {}

    /** Someone wants this configuration tried; parameters that it leaves out are up to the sampler. */
    record TrialEnqueued(int trial, Map<String, Object> parameters) implements StudyEvent {}

    /** A trial has begun, or a waiting one has; its parameters follow. */
    record TrialStarted(int trial, Instant time) implements StudyEvent {}

    /**
     * A running trial has chosen values: all at once where the space was declared, one by one in a define-by-run study.
     */
    record ParametersChosen(int trial, Map<String, Object> parameters) implements StudyEvent {}

    /** A running trial has reported a value; NaN and the infinities are possible. */
    record ValueReported(int trial, int step, double value) implements StudyEvent {}

    /** A running trial has stopped at a rung and keeps its checkpoint. */
    record TrialPaused(int trial) implements StudyEvent {}

    /** A paused trial goes on. */
    record TrialResumed(int trial, Instant time) implements StudyEvent {}

    /** A note on a trial in any state; a note of the same key is replaced. */
    record TrialAnnotated(int trial, String key, String text) implements StudyEvent {}

    /** A trial is over: {@code state} is complete, pruned or failed. Values may be infinite, never NaN. */
    record TrialFinished(int trial, TrialState state, List<Double> values, List<Double> constraints, Instant time)
            implements StudyEvent {}
}
