package dev.plumbline.compare;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Normalizer;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.lab.Lab;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network that is known to work, beside the experiment's own (D6: walk both line by line, outputs equal). */
final class ReferenceNetwork {
    /** Enough that no two values are equal by chance; few, since every value of both networks is held. */
    private static final int EXAMPLES = 8;

    private static final Set<String> ENDINGS = Set.of("Softmax", "LogSoftmax", "Sigmoid");

    private final Lab lab;
    private final ModelPlan plan;

    ReferenceNetwork(Lab lab, ModelPlan plan) {
        this.lab = lab;
        this.plan = plan;
    }

    /** The experiment with the reference in its network's place; its loss too, where its file carries one. */
    Experiment inPlace(Experiment experiment) {
        Experiment other = experiment.withModel(plan);
        LossPlan loss = lab.imported(plan)
                .map(ImportedModel::training)
                .map(TrainingDraft::loss)
                .orElse(null);
        return loss == null ? other : other.withTraining(other.training().withLoss(loss));
    }

    /**
     * Gives both the same examples and, as far as they fit, the same parameters.
     *
     * @param dataset as it was read
     * @throws dev.plumbline.UnusableInputException if the reference does not take these data
     */
    NetworkDifference compare(Experiment experiment, Dataset dataset) {
        Experiment other = inPlace(experiment);
        Network mine = lab.network(experiment);
        Network theirs = lab.network(other);
        List<Tensor> inputs = Normalizer.fit(dataset, experiment.data())
                .apply(dataset.only(Set.of(SplitName.TRAIN)))
                .train()
                .first(EXAMPLES)
                .inputs();
        Map<String, Tensor> otherValues = lab.values(other, Map.of(), inputs);
        WeightMap weights = WeightMap.between(mine, theirs, otherValues);
        Map<String, Tensor> values = lab.values(experiment, weights.values(), inputs);
        NetworkDifference difference =
                new SideBySide(mine, values, theirs, otherValues, inputs).compare(weights.unmatched());
        List<String> settings = new ArrayList<>(difference.settings());
        lab.imported(plan)
                .map(ImportedModel::training)
                .ifPresent(t -> settings.addAll(SettingDifferences.between(experiment.training(), t)));
        boolean same = difference.isNone()
                || endsWithItsLoss(experiment.training().loss().loss(), difference);
        return new NetworkDifference(
                difference.agrees(),
                difference.nodes(),
                difference.last(),
                same ? null : difference.here(),
                same ? null : difference.there(),
                difference.reordered(),
                difference.unmatched(),
                settings);
    }

    /** Only one of the two has a last softmax or sigmoid, and this network's end suits its loss. */
    private static boolean endsWithItsLoss(Loss loss, NetworkDifference difference) {
        NetworkDifference.Place here = difference.here();
        NetworkDifference.Place there = difference.there();
        if (here == null) {
            return there != null && ENDINGS.contains(there.operator()) && loss.takes() == Loss.Takes.LOGITS;
        }
        return there == null && ENDINGS.contains(here.operator()) && loss.takes() != Loss.Takes.LOGITS;
    }
}
