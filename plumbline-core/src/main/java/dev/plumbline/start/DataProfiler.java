package dev.plumbline.start;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.ExampleIndex;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Task;
import dev.plumbline.start.DataProfile.FeatureProfile;
import dev.plumbline.start.DataProfile.InputProfile;
import dev.plumbline.start.DataProfile.Overlap;
import dev.plumbline.start.DataProfile.SplitProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at every number of a data set once and says what is there: sizes, ranges, missing values, class counts,
 * duplicates within and across splits. A pass over 60,000 rows of 784 takes about a second and no memory to speak of.
 *
 * <pre>{@code
 * DataProfile profile = new DataProfiler().profile(dataset);
 * }</pre>
 */
public final class DataProfiler {
    /** The profile of a data set as it was read; of a normalized one, if that is given. */
    public DataProfile profile(Dataset dataset) {
        Map<SplitName, SplitProfile> profiles = new EnumMap<>(SplitName.class);
        Map<SplitName, ExampleIndex> indexes = new EnumMap<>(SplitName.class);
        dataset.splits().forEach((name, split) -> {
            ExampleIndex index = new ExampleIndex(split);
            indexes.put(name, index);
            profiles.put(name, split(dataset, split, index));
        });
        return new DataProfile(dataset.task(), dataset.schema(), profiles, overlaps(dataset, indexes));
    }

    private static List<Overlap> overlaps(Dataset dataset, Map<SplitName, ExampleIndex> indexes) {
        List<Overlap> overlaps = new ArrayList<>();
        indexes.forEach((in, index) -> indexes.forEach((of, other) -> {
            if (of.ordinal() > in.ordinal()) {
                int examples = index.countOf(other);
                if (examples > 0) {
                    int size = dataset.split(of).orElseThrow().size();
                    overlaps.add(new Overlap(of, in, examples, (double) examples / size));
                }
            }
        }));
        return overlaps;
    }

    private static SplitProfile split(Dataset dataset, Split split, ExampleIndex index) {
        List<InputProfile> inputs = new ArrayList<>();
        for (int i = 0; i < split.inputs().size(); i++) {
            inputs.add(input(dataset.schema(), i, split.inputs().get(i)));
        }
        int duplicates = 0;
        int conflicts = 0;
        for (int row = 0; row < split.size(); row++) {
            int earlier = index.earlier(row);
            if (earlier >= 0) {
                duplicates++;
                conflicts += ExampleIndex.sameRow(split.targets(), earlier, split.targets(), row) ? 0 : 1;
            }
        }
        return new SplitProfile(
                split.size(),
                inputs,
                classCounts(dataset, split.targets()),
                Tally.of(split.targets()),
                duplicates,
                conflicts,
                Coincidence.of(split));
    }

    private static InputProfile input(Schema schema, int number, Tensor tensor) {
        InputSchema input = schema.inputs().get(number);
        if (!(tensor instanceof FloatTensor floats)) {
            return new InputProfile(input.name(), input.shape(), input.dtype(), Tally.of(tensor), List.of());
        }
        boolean channels = schema.modality() == Modality.IMAGE && input.shape().rank() > 1;
        Tally[] tallies = tally(floats, channels);
        Tally all = new Tally();
        List<FeatureProfile> features = new ArrayList<>();
        for (int f = 0; f < tallies.length; f++) {
            all.add(tallies[f]);
            features.add(new FeatureProfile(featureName(input, tallies.length, f, channels), tallies[f].statistics()));
        }
        return new InputProfile(input.name(), input.shape(), input.dtype(), all.statistics(), features);
    }

    /** One tally a channel of an image (first axis of a row), else one a feature (last axis). */
    private static Tally[] tally(FloatTensor tensor, boolean channels) {
        int rank = tensor.shape().rank();
        int features = rank < 2 ? 1 : tensor.shape().get(channels ? 1 : rank - 1);
        int run = channels ? tensor.rowElements() / Math.max(1, features) : 1;
        Tally[] tallies = new Tally[features];
        for (int f = 0; f < features; f++) {
            tallies[f] = new Tally();
        }
        float[] values = tensor.values();
        int feature = 0;
        for (int from = 0; from < values.length; from += run) {
            Tally tally = tallies[feature];
            for (int i = from; i < from + run; i++) {
                tally.add(values[i]);
            }
            feature = feature + 1 == features ? 0 : feature + 1;
        }
        return tallies;
    }

    private static String featureName(InputSchema input, int features, int feature, boolean channels) {
        if (!channels && input.features().size() == features) {
            return input.features().get(feature);
        }
        return (channels ? "channel " : "feature ") + feature;
    }

    /** Examples of each class, or of each label. */
    private static List<Integer> classCounts(Dataset dataset, Tensor targets) {
        if (dataset.task() == Task.REGRESSION) {
            return List.of();
        }
        int[] counts = new int[dataset.schema().outputs()];
        if (targets instanceof LongTensor classes) {
            for (long k : classes.values()) {
                if (k != Schema.NO_CLASS) {
                    counts[Math.toIntExact(k)]++;
                }
            }
        } else {
            for (int i = 0; i < targets.elements(); i++) {
                counts[i % counts.length] += targets.get(i) > 0.5 ? 1 : 0;
            }
        }
        List<Integer> list = new ArrayList<>();
        for (int count : counts) {
            list.add(count);
        }
        return list;
    }
}
