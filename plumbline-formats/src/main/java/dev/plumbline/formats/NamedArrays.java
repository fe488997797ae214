package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Arrays with names: {@code x} and {@code y}, or those of all splits in one file, {@code x_train}, {@code y_train},
 * {@code x_val}, {@code x_test} and so on, in any case and order of the two parts.
 *
 * @param file as messages name it
 */
record NamedArrays(String file, Map<String, NdArray> arrays) implements FileContent {
    private static final String INPUT = "x";
    private static final String TARGET = "y";

    NamedArrays {
        arrays = new LinkedHashMap<>(arrays);
    }

    @Override
    public ArrayExamples examples(DataPlan plan, SplitName split, @Nullable Examples like) {
        if (like != null) {
            ArrayExamples.of(like, file);
        }
        Map<String, NdArray> inputs = new LinkedHashMap<>();
        for (String name : inputNames(plan)) {
            inputs.put(name, array(name, split, "data.inputs"));
        }
        String target = targetName(plan);
        Map<String, ArrayExamples> others = new LinkedHashMap<>();
        plan.otherTargets().forEach((output, other) -> {
            NdArray array = array(other.array(), split, "data.other-targets." + output);
            others.put(output, ArrayExamples.target(file, other.array(), array));
        });
        ArrayExamples examples = new ArrayExamples(file, inputs, target, array(target, split, "data.target"), others);
        examples.requireSameLength();
        return examples;
    }

    @Override
    public boolean brings(SplitName split, DataPlan plan) {
        return ofSplit(targetName(plan), split).isPresent()
                && inputNames(plan).stream()
                        .allMatch(name -> ofSplit(name, split).isPresent());
    }

    /** Those that hold numbers. */
    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (!array.type().isText()) {
                tensors.put(name, array.tensor());
            }
        });
        return tensors;
    }

    private static List<String> inputNames(DataPlan plan) {
        return plan.inputs().isEmpty() ? List.of(INPUT) : plan.inputs();
    }

    private static String targetName(DataPlan plan) {
        String asked = plan.target();
        return asked == null ? TARGET : asked;
    }

    private NdArray array(String name, SplitName split, String key) {
        return ofSplit(name, split)
                .or(() -> find(name))
                .orElseThrow(() -> new UnusableInputException(
                        file,
                        "the array \"" + name + "\" (" + key + ")",
                        "only " + String.join(", ", arrays.keySet()),
                        "Set " + key + ", for example to `" + Spelling.nearest(name, arrays.keySet()) + "`."));
    }

    private Optional<NdArray> ofSplit(String name, SplitName split) {
        for (String part : parts(split)) {
            Optional<NdArray> array = find(name + "_" + part).or(() -> find(part + "_" + name));
            if (array.isPresent()) {
                return array;
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(SplitName split) {
        return switch (split) {
            case TRAIN -> List.of("train");
            case VALIDATION -> List.of("val", "valid", "validation");
            case SHIFTED_VALIDATION -> List.of("shifted_validation", "shifted");
            case TEST -> List.of("test");
        };
    }

    /** The array of exactly this name, or the only one that differs in case. */
    private Optional<NdArray> find(String name) {
        NdArray exact = arrays.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<NdArray> folded = new ArrayList<>();
        arrays.forEach((key, array) -> {
            if (key.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                folded.add(array);
            }
        });
        return folded.size() == 1 ? Optional.of(folded.get(0)) : Optional.empty();
    }
}
