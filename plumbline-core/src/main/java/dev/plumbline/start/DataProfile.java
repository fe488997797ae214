package dev.plumbline.start;

import dev.plumbline.data.DType;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Statistics;
import java.util.List;
import java.util.Map;

/**
 * What the data look like before anything is done to them.
 *
 * @param splits each split by itself
 * @param overlaps examples of one split that stand, input for input, in another too
 */
public record DataProfile(Task task, Schema schema, Map<SplitName, SplitProfile> splits, List<Overlap> overlaps) {
    public DataProfile {
        splits = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(splits));
        overlaps = List.copyOf(overlaps);
    }

    /** The train split's profile. */
    public SplitProfile train() {
        return java.util.Objects.requireNonNull(splits.get(SplitName.TRAIN));
    }

    /**
     * @param classCounts examples of each class number (or of each label); empty for regression
     * @param target of regression targets; over class numbers otherwise
     * @param duplicates examples whose input stands earlier in the same split
     * @param conflicts examples among those whose target differs from the earlier one's
     * @param coincidence how likely it would be that two examples agree in every element, were the elements
     *     independent: about 0 for measurements and photographs, where equal inputs are copies; large for a few coarse
     *     columns, where they are not
     */
    public record SplitProfile(
            int examples,
            List<InputProfile> inputs,
            List<Integer> classCounts,
            Statistics target,
            int duplicates,
            int conflicts,
            double coincidence) {
        public SplitProfile {
            inputs = List.copyOf(inputs);
            classCounts = List.copyOf(classCounts);
        }
    }

    /**
     * @param shape of one example
     * @param values over all elements
     * @param features one for each feature of a flat input, channel of an image, or feature of a sequence; empty for
     *     tokens
     */
    public record InputProfile(
            String name, Shape shape, DType dtype, Statistics values, List<FeatureProfile> features) {
        public InputProfile {
            features = List.copyOf(features);
        }

        /** Features that never change. */
        public List<FeatureProfile> constant() {
            return features.stream()
                    .filter(f -> f.values().min() == f.values().max())
                    .toList();
        }
    }

    /** One feature over all examples of a split. */
    public record FeatureProfile(String name, Statistics values) {}

    /**
     * Examples of one split that stand, input for input, in another.
     *
     * @param of the split whose examples are counted: test
     * @param in the split in which they stand too: train
     * @param share of the examples of {@code of}
     */
    public record Overlap(SplitName of, SplitName in, int examples, double share) {}
}
