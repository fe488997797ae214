package dev.plumbline.torch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An optimizer's update as lines of the training program. They find the parameters as {@code ps}, the gradients as
 * {@code gs}, the step's learning rate as {@code lr}, the number of this step, from 1, as {@code t}, and each list of
 * what they keep under its name. Operations on lists are one call each, however many parameters there are. Gradients
 * are never written to, since two of them may be one tensor.
 */
interface UpdateRule {
    /** Lists of tensors like the parameters that it keeps from step to step. */
    int slots();

    /** What a list is filled with at first. */
    default double initial(int slot) {
        return 0;
    }

    /** The sizes of what a list holds for a parameter. */
    default List<Integer> sizes(int slot, List<Integer> parameter) {
        return parameter;
    }

    /** The lines. */
    List<String> lines();

    /** The name of a list. */
    static String slot(int index) {
        return "slot" + index;
    }

    /** {@code torch.function(arguments)}. */
    static String f(String function, Object... arguments) {
        return "torch." + function + "("
                + java.util.Arrays.stream(arguments)
                        .map(a -> a instanceof Double d ? ProgramText.literal(d) : String.valueOf(a))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** 1 less the power of a moment's rate: what is missing from an average over the first steps. */
    static String correction(double beta) {
        return f("sub", 1.0, f("pow", beta, "t"));
    }
}
