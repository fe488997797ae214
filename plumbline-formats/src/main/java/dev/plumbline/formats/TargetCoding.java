package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How targets become tensors, the same way in every split. */
sealed interface TargetCoding permits ClassCoding, OneHotCoding, TagCoding, ValueCoding {
    /** What the coded targets are for. */
    Task task();

    /** A name for each class or label; empty for regression. */
    List<String> classNames();

    /** Numbers that the network must give for an example, or for each of its positions. */
    int outputs();

    /** The shape of an example's positions, where each has its own target; otherwise empty. */
    default List<Integer> positions() {
        return List.of();
    }

    /**
     * This coding, with room for what only other splits hold: a class that train lacks is a fault to be told with its
     * count, not one to stop at.
     */
    default TargetCoding seeing(List<Targets> others, Notes notes) {
        return this;
    }

    /**
     * The targets of a file, one for each row.
     *
     * @throws UnusableInputException if one is missing, or was not to be expected from train
     */
    Tensor encode(Targets targets);

    /**
     * Decides by the train file's targets.
     *
     * @param asked the task, or null to infer it
     * @param ignored the class of positions that is not counted; whole examples of it are not among these any more
     */
    static TargetCoding fit(Targets train, @Nullable Task asked, @Nullable Integer ignored, Notes notes) {
        requireComplete(train);
        Task task = asked == null ? TaskChoice.infer(train, notes) : asked;
        return switch (task) {
            case CLASSIFICATION -> classes(train, notes);
            case MULTILABEL -> labels(train);
            case REGRESSION -> ValueCoding.regression(train);
            case TAGGING -> TagCoding.fit(train, ignored);
        };
    }

    /** @throws UnusableInputException if any row has no usable target */
    static void requireComplete(Targets targets) {
        int missing = 0;
        int first = -1;
        for (int row = 0; row < targets.size(); row++) {
            if (targets.isMissing(row)) {
                first = missing == 0 ? row : first;
                missing++;
            }
        }
        if (missing > 0) {
            throw new UnusableInputException(
                    targets.subject(),
                    "a target for each of the " + targets.size() + " examples",
                    missing + " missing, NaN or infinite, the first at "
                            + targets.place().apply(first),
                    "Fill them in, or remove these examples.");
        }
    }

    private static TargetCoding classes(Targets train, Notes notes) {
        if (!(train instanceof Targets.Numbers numbers) || numbers.width() == 1) {
            return ClassCoding.fit(train);
        }
        if (!numbers.isOneHot()) {
            throw new UnusableInputException(
                    train.subject(),
                    "one class for each example: a number, a word, or a 1 among zeros",
                    numbers.width() + " numbers for each that are not of this kind",
                    "Set `task: multilabel` or `task: regression`, or give class numbers.");
        }
        notes.add(train.name(), "One-hot rows of " + numbers.width() + " were read as class numbers.");
        return new OneHotCoding(numbers.width());
    }

    private static TargetCoding labels(Targets train) {
        if (train instanceof Targets.Numbers numbers && numbers.all(v -> v == 0 || v == 1)) {
            return ValueCoding.labels(numbers.width());
        }
        throw new UnusableInputException(
                train.subject(),
                "for `task: multilabel` a 0 or 1 for each label",
                train instanceof Targets.Words ? "words" : "other numbers",
                "Give an .npz with y of shape (examples, labels), or set another task.");
    }
}
