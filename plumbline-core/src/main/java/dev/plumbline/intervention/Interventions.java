package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of interventions by their words. */
public final class Interventions {
    private final Map<String, InterventionKind> byWord = new LinkedHashMap<>();

    private Interventions(List<InterventionKind> kinds) {
        kinds.forEach(kind -> byWord.put(kind.word(), kind));
    }

    /** Every kind that Plumbline knows; a new one is added to this list. */
    public static Interventions standard() {
        List<InterventionKind> kinds = new ArrayList<>(List.of(
                new SetLearningRate(),
                new SetSchedule(),
                new SetOptimizer(),
                new UsualOptimizerSettings(),
                new SetMomentum(),
                new SetLoss(),
                new PositiveLoss(),
                new NormalizeInputs(),
                new NormalizeTargets(),
                new InitializeWeights(),
                new UnfreezeWeights(),
                new RemoveNode(),
                new ReplaceActivation(),
                new Widen(),
                new WidenNarrowest(),
                new Narrow(),
                new Deepen(),
                new SetKernelSize(),
                new AddBatchNorm(),
                new SetDropout(),
                new RemoveDropout(),
                new RemovePenalties(),
                new RemoveConstraints(),
                new RemoveNoise(),
                new SetBatchNormMomentum(),
                new SetBatchNormEpsilon(),
                new SetWeightDecay(),
                new ClipGradients(),
                new RemoveClipping(),
                new RemoveEma(),
                new SetEpochs(),
                new StopEarly(),
                new SetBatchSize(),
                new UseAllData(),
                new ShuffleExamples(),
                new SetOutputUnits(),
                new SetOutputBias(),
                new SetLossScale(),
                new RemoveLossWeights(),
                new RemoveLabelSmoothing(),
                new SetAxis(),
                new GuardNode(),
                new AddActivation(),
                new FlattenBefore(),
                new PoolBefore(),
                new AlignBatch(),
                new WeighClasses(),
                new DropFeature(),
                new ShiftTargets()));
        kinds.addAll(EditData.kinds());
        return new Interventions(kinds);
    }

    /** A registry of just these. */
    public static Interventions of(InterventionKind... kinds) {
        return new Interventions(Arrays.asList(kinds));
    }

    /** All kinds, in the order of their registration. */
    public Collection<InterventionKind> kinds() {
        return Collections.unmodifiableCollection(byWord.values());
    }

    /**
     * The intervention of a name: {@code learning-rate=0.001}, {@code unfreeze}; several of them, one after the other,
     * are one {@link Combination}.
     *
     * @throws UnusableInputException naming the nearest word, or what the value should be
     */
    public Intervention parse(String text) {
        List<Intervention> parts = new ArrayList<>();
        for (String part : parts(text.strip())) {
            parts.add(one(part));
        }
        return Combination.of(parts);
    }

    /** Split at the blanks behind which a known word begins; other blanks belong to a value, as a node's name. */
    private List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String token : text.split(" ", -1)) {
            int equals = token.indexOf('=');
            if (open.length() > 0 && byWord.containsKey(equals < 0 ? token : token.substring(0, equals))) {
                parts.add(open.toString());
                open.setLength(0);
            }
            open.append(open.length() == 0 ? "" : " ").append(token);
        }
        parts.add(open.toString());
        return parts;
    }

    private Intervention one(String text) {
        String trimmed = text.strip();
        int equals = trimmed.indexOf('=');
        String word = equals < 0 ? trimmed : trimmed.substring(0, equals).strip();
        InterventionKind kind = byWord.get(word);
        if (kind == null) {
            InterventionKind nearest = byWord.get(Spelling.nearest(word, byWord.keySet()));
            throw new UnusableInputException(
                    "intervention",
                    "one of " + String.join(", ", byWord.keySet()),
                    "\"" + word + "\"",
                    nearest == null ? "Name another." : "Did you mean `" + nearest.usage() + "`?");
        }
        return kind.parse(equals < 0 ? "" : trimmed.substring(equals + 1).strip());
    }
}
