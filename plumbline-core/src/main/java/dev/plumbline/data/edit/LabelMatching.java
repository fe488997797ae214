package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.estimate.Answers;
import dev.plumbline.data.estimate.Learned;
import dev.plumbline.experiment.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sees splits whose classes are numbered otherwise than train's: a simple model of train says of most examples of class
 * a that they are of class b, and so round in a ring. Confusion alone is no such thing: it goes one way, or both stay
 * where they are.
 */
public final class LabelMatching {
    private static final int FEWEST = 30;
    /** Examples of a class from which on it is looked at. */
    private static final int FEWEST_OF_CLASS = 5;
    /** Most examples of a moved class are said to be of the other, and hardly any of its own. */
    private static final double MOST = 0.5;

    private static final double HARDLY_ANY = 0.25;

    private LabelMatching() {}

    /**
     * A split with other class numbers.
     *
     * @param classes the class of train that each class number of this split stands for
     * @param agreed share of the split's examples of which the model says the class it has
     * @param agreedAfter the same once they are renumbered
     */
    public record Renumbering(SplitName split, List<Integer> classes, double agreed, double agreedAfter) {
        public Renumbering {
            classes = List.copyOf(classes);
        }
    }

    /** Every split that is numbered otherwise; empty for other tasks than classification. */
    public static List<Renumbering> of(Dataset dataset, Learned train) {
        List<Renumbering> found = new ArrayList<>();
        if (dataset.task() == Task.CLASSIFICATION && train.leftOut().isBeyondChance()) {
            dataset.splits().forEach((name, split) -> {
                if (name != SplitName.TRAIN && split.size() >= FEWEST) {
                    renumbering(name, train.ofSome(split)).ifPresent(found::add);
                }
            });
        }
        return found;
    }

    private static Optional<Renumbering> renumbering(SplitName name, Answers answers) {
        int classes = answers.outputs();
        int[][] confusion = new int[classes][classes];
        int[] count = new int[classes];
        for (int row = 0; row < answers.size(); row++) {
            confusion[answers.target(row)][answers.said(row)]++;
            count[answers.target(row)]++;
        }
        List<Integer> renumbered = new ArrayList<>();
        int moved = 0;
        boolean[] taken = new boolean[classes];
        for (int k = 0; k < classes; k++) {
            int to = k;
            for (int other = 0; other < classes; other++) {
                boolean most = confusion[k][other] > MOST * count[k];
                to = count[k] >= FEWEST_OF_CLASS && most && confusion[k][k] < HARDLY_ANY * count[k] ? other : to;
            }
            renumbered.add(to);
            moved += to == k ? 0 : count[k];
            if (taken[to]) {
                return Optional.empty();
            }
            taken[to] = true;
        }
        if (moved < 2 * FEWEST_OF_CLASS) {
            return Optional.empty();
        }
        double before = 0;
        double after = 0;
        for (int k = 0; k < classes; k++) {
            before += confusion[k][k] / (double) answers.size();
            after += confusion[k][renumbered.get(k)] / (double) answers.size();
        }
        return Optional.of(new Renumbering(name, renumbered, before, after));
    }

    static Dataset apply(Dataset dataset) {
        Dataset changed = dataset;
        for (Renumbering renumbering : of(dataset, Learned.from(dataset, dataset.train()))) {
            Split split = dataset.split(renumbering.split()).orElseThrow();
            long[] numbers = Edits.classes(dataset, split).clone();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = renumbering.classes().get((int) numbers[i]);
            }
            changed = changed.with(
                    renumbering.split(),
                    split.withTargets(new LongTensor(numbers, split.targets().shape())));
        }
        return changed;
    }
}
