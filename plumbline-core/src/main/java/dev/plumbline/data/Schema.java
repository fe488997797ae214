package dev.plumbline.data;

import dev.plumbline.experiment.Modality;
import java.util.List;

/**
 * What the arrays of a data set mean.
 *
 * @param modality how an example is to be seen, which decides the first architecture
 * @param inputs the network's inputs, in order
 * @param target the target's name, as the file had it
 * @param classNames classification: a name for each class number; multilabel: one for each label; otherwise empty
 * @param outputs numbers the network must give for an example: classes, labels or regression targets; tagging: classes,
 *     for each position
 * @param positions tagging: the shape of an example's positions, {@code (steps)} or {@code (height, width)}; otherwise
 *     empty
 * @param otherTargets those of the network's other outputs
 * @param ignores whether positions may be of no class, {@link #NO_CLASS}, which neither losses nor scores count
 */
public record Schema(
        Modality modality,
        List<InputSchema> inputs,
        String target,
        List<String> classNames,
        int outputs,
        List<Integer> positions,
        List<TargetSchema> otherTargets,
        boolean ignores) {
    /** The number of what is not counted. */
    public static final long NO_CLASS = -1;

    /** One target for each example. */
    public Schema(Modality modality, List<InputSchema> inputs, String target, List<String> classNames, int outputs) {
        this(modality, inputs, target, classNames, outputs, List.of(), List.of(), false);
    }

    public Schema {
        positions = List.copyOf(positions);
        otherTargets = List.copyOf(otherTargets);
        inputs = List.copyOf(inputs);
        classNames = List.copyOf(classNames);
    }
}
