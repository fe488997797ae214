package dev.plumbline.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the splits come from and how an example is to be seen.
 *
 * @param train the file or folder to learn from
 * @param validation drawn from where train is drawn from; by default a tenth of train
 * @param shiftedValidation drawn from where the model will be used
 * @param test looked at last
 * @param inputs arrays of an .npz or columns; empty: {@code x}, or every column but the target
 * @param target array or column; null: {@code y}, or the column named target, label, class or y, or the last one
 * @param sampleShape how a flat row is to be seen, (channels, height, width) or (steps, features); empty: as it is
 * @param modality how an example is to be seen; null: read from the data
 * @param normalization what is done to float inputs
 * @param targetNormalization what is done to regression targets in training; predictions and scores are in the target's
 *     own unit whatever it is
 * @param classes the only classes to keep, by name (S5); empty: all
 * @param maxExamples the most train examples to use, a stratified choice (S5); null: all
 * @param oneBatch train on one fixed batch of this many examples, and on nothing else (D5); null: all
 * @param seed decides which examples are held out and chosen
 * @param edits what is changed in the data once they are read, in this order
 * @param otherTargets what the network's other outputs are compared with, by the outputs' names
 * @param ignoreClass the number of a class that stands for "not to be counted", as a void label of a segmentation does:
 *     neither losses nor scores see it; null for none
 */
public record DataPlan(
        Path train,
        SplitPlan validation,
        SplitPlan shiftedValidation,
        SplitPlan test,
        List<String> inputs,
        @Nullable String target,
        List<Integer> sampleShape,
        @Nullable Modality modality,
        Normalization normalization,
        Normalization targetNormalization,
        List<String> classes,
        @Nullable Integer maxExamples,
        @Nullable Integer oneBatch,
        long seed,
        List<DataEdit> edits,
        Map<String, TargetPlan> otherTargets,
        @Nullable Integer ignoreClass) {
    public DataPlan {
        otherTargets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(otherTargets));
        inputs = List.copyOf(inputs);
        sampleShape = List.copyOf(sampleShape);
        classes = List.copyOf(classes);
        edits = List.copyOf(edits);
    }

    /** Nothing is changed. */
    public DataPlan(
            Path train,
            SplitPlan validation,
            SplitPlan shiftedValidation,
            SplitPlan test,
            List<String> inputs,
            @Nullable String target,
            List<Integer> sampleShape,
            @Nullable Modality modality,
            Normalization normalization,
            Normalization targetNormalization,
            List<String> classes,
            @Nullable Integer maxExamples,
            @Nullable Integer oneBatch,
            long seed) {
        this(
                train,
                validation,
                shiftedValidation,
                test,
                inputs,
                target,
                sampleShape,
                modality,
                normalization,
                targetNormalization,
                classes,
                maxExamples,
                oneBatch,
                seed,
                List.of(),
                Map.of(),
                null);
    }

    /** Everything by default: a tenth of train as validation, no test. */
    public static DataPlan of(Path train) {
        return new DataPlan(
                train,
                new SplitPlan.Fraction(0.1),
                new SplitPlan.None(),
                new SplitPlan.None(),
                List.of(),
                null,
                List.of(),
                null,
                Normalization.STANDARDIZE,
                Normalization.NONE,
                List.of(),
                null,
                null,
                0);
    }

    /** This plan with other arrays or columns as inputs. */
    public DataPlan withInputs(List<String> changed) {
        return new DataPlan(
                train,
                validation,
                shiftedValidation,
                test,
                changed,
                target,
                sampleShape,
                modality,
                normalization,
                targetNormalization,
                classes,
                maxExamples,
                oneBatch,
                seed,
                edits,
                otherTargets,
                ignoreClass);
    }

    /**
     * This plan with targets for several outputs.
     *
     * @param first the array of the first output's
     */
    public DataPlan withTargets(@Nullable String first, Map<String, TargetPlan> others) {
        return new DataPlan(
                train,
                validation,
                shiftedValidation,
                test,
                inputs,
                first,
                sampleShape,
                modality,
                normalization,
                targetNormalization,
                classes,
                maxExamples,
                oneBatch,
                seed,
                edits,
                others,
                ignoreClass);
    }

    /** This plan with a class that is not counted. */
    public DataPlan withIgnoredClass(@Nullable Integer changed) {
        return new DataPlan(
                train,
                validation,
                shiftedValidation,
                test,
                inputs,
                target,
                sampleShape,
                modality,
                normalization,
                targetNormalization,
                classes,
                maxExamples,
                oneBatch,
                seed,
                edits,
                otherTargets,
                changed);
    }

    public DataPlan withNormalization(Normalization changed) {
        return with(changed, targetNormalization, classes, maxExamples, oneBatch, seed, edits);
    }

    public DataPlan withTargetNormalization(Normalization changed) {
        return with(normalization, changed, classes, maxExamples, oneBatch, seed, edits);
    }

    public DataPlan withOneBatch(@Nullable Integer changed) {
        return with(normalization, targetNormalization, classes, maxExamples, changed, seed, edits);
    }

    public DataPlan withMaxExamples(@Nullable Integer changed) {
        return with(normalization, targetNormalization, classes, changed, oneBatch, seed, edits);
    }

    public DataPlan withSeed(long changed) {
        return with(normalization, targetNormalization, classes, maxExamples, oneBatch, changed, edits);
    }

    /** This plan with one change of the data more, once. */
    public DataPlan with(DataEdit edit) {
        List<DataEdit> more = new java.util.ArrayList<>(edits);
        more.remove(edit);
        more.add(edit);
        return with(normalization, targetNormalization, classes, maxExamples, oneBatch, seed, more);
    }

    /**
     * This plan of the data as they are split: all classes, all examples, nothing changed but what is changed before
     * splitting.
     */
    public DataPlan whole() {
        List<DataEdit> before =
                edits.stream().filter(DataEdit.ShiftTargets.class::isInstance).toList();
        return with(normalization, targetNormalization, List.of(), null, null, seed, before);
    }

    /** What an edit may change; all else says which data they are, and stays. */
    private DataPlan with(
            Normalization ofInputs,
            Normalization ofTargets,
            List<String> kept,
            @Nullable Integer most,
            @Nullable Integer batch,
            long chosenBy,
            List<DataEdit> changes) {
        return new DataPlan(
                train,
                validation,
                shiftedValidation,
                test,
                inputs,
                target,
                sampleShape,
                modality,
                ofInputs,
                ofTargets,
                kept,
                most,
                batch,
                chosenBy,
                changes,
                otherTargets,
                ignoreClass);
    }
}
