package dev.plumbline.debug.cause;

import dev.plumbline.debug.cause.data.DataCauses;
import dev.plumbline.debug.cause.flow.FlowCauses;
import dev.plumbline.debug.cause.restraint.RestraintCauses;
import dev.plumbline.debug.cause.training.TrainingCauses;
import java.util.ArrayList;
import java.util.List;

/** The causes that Plumbline can test, the likeliest of equals first. */
public final class Causes {
    private Causes() {}

    /** Every cause that Plumbline knows; a new one is added to this list. */
    public static List<Cause> standard() {
        List<Cause> causes = new ArrayList<>(List.of(
                new LossSign(),
                new SoftmaxOnOneUnit(),
                new SigmoidForOneOfMany(),
                new LossForTask(),
                new OutputWidthDiffers(),
                new MissingFlatten(),
                new LeftoverAxis(),
                new ExamplesMixed(),
                new WrongAxis(),
                new SilentBroadcast(),
                new IntegerCast(),
                new NumericalDomain(),
                new ActivationBeforeSoftmax(),
                new TargetsOutOfRange(),
                new LossScaleUnusual(),
                new LabelSmoothingTooStrong(),
                new SoftmaxBeforeCrossEntropy(),
                new LogitsIntoProbabilityLoss(),
                new ActivationOnOutput(),
                new InitializationZeros(),
                new InputsNotNormalized(),
                new InputsOverScaled(),
                new TargetsNotNormalized(),
                new InitializationScale(),
                new LearningRateTooHigh(),
                new LearningRateTooLow(),
                new FrozenParameters(),
                new WeightDecayTooStrong(),
                new DropoutTooStrong(),
                new PenaltyTooStrong(),
                new SaturatingActivations(),
                new NoActivation(),
                new RedundantActivation(),
                new LayerOrder(),
                new OutputBiasFar()));
        causes.addAll(DataCauses.list());
        causes.addAll(TrainingCauses.list());
        causes.addAll(RestraintCauses.list());
        // last: what flows badly is mostly a consequence of one of the others
        causes.addAll(FlowCauses.list());
        return List.copyOf(causes);
    }
}
