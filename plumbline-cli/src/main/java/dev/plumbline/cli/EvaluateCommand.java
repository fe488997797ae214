package dev.plumbline.cli;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Decomposer;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.ReportedErrors;
import dev.plumbline.experiment.Labelled;
import dev.plumbline.finding.Stage;
import dev.plumbline.improve.Remedies;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline evaluate}: takes the error apart, of an experiment or of numbers from elsewhere. */
@Command(
        name = "evaluate",
        description = {
            "Train it and take its error apart: bias, variance, shift, validation overfitting.",
            "Or decide from numbers of a network trained elsewhere, in percent, as shares, or in the metric's own unit:",
            "plumbline evaluate --irreducible 25 --train 27 --validation 32 --test 34"
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private final WalkOptions options = new WalkOptions();

    @Option(names = "--irreducible", paramLabel = "ERROR", description = "Error of the best there is; 0 if unknown.")
    @Nullable
    Double irreducible;

    @Option(names = "--train", paramLabel = "ERROR", description = "Error on train.")
    @Nullable
    Double train;

    @Option(names = "--validation", paramLabel = "ERROR", description = "Error on validation.")
    @Nullable
    Double validation;

    @Option(
            names = "--shifted-validation",
            paramLabel = "ERROR",
            description = "Error on validation data drawn from where the model will be used.")
    @Nullable
    Double shiftedValidation;

    @Option(names = "--test", paramLabel = "ERROR", description = "Error on test.")
    @Nullable
    Double test;

    @Option(names = "--n-train", paramLabel = "N", description = "Examples that the train error was measured on.")
    @Nullable
    Integer trainExamples;

    @Option(names = "--n-validation", paramLabel = "N", description = "The same for validation.")
    @Nullable
    Integer validationExamples;

    @Option(names = "--n-shifted-validation", paramLabel = "N", description = "The same for shifted validation.")
    @Nullable
    Integer shiftedExamples;

    @Option(names = "--n-test", paramLabel = "N", description = "The same for test.")
    @Nullable
    Integer testExamples;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            defaultValue = "auto",
            description = "percent, share or metric (a regression's own unit); by default told from the numbers.")
    String unit = "auto";

    @Override
    public Integer call() {
        Map<SplitName, Double> errors = new EnumMap<>(SplitName.class);
        put(errors, SplitName.TRAIN, train);
        put(errors, SplitName.VALIDATION, validation);
        put(errors, SplitName.SHIFTED_VALIDATION, shiftedValidation);
        put(errors, SplitName.TEST, test);
        if (errors.isEmpty() && irreducible == null) {
            return new Session(options).walk(EnumSet.of(Stage.EVALUATE));
        }
        if (options.path != null) {
            throw new dev.plumbline.UnusableInputException(
                    "plumbline evaluate",
                    "either a path or numbers",
                    "both, " + options.path + " and numbers",
                    "Leave one of them out.");
        }
        Map<SplitName, Integer> examples = new EnumMap<>(SplitName.class);
        put(examples, SplitName.TRAIN, trainExamples);
        put(examples, SplitName.VALIDATION, validationExamples);
        put(examples, SplitName.SHIFTED_VALIDATION, shiftedExamples);
        put(examples, SplitName.TEST, testExamples);
        ReportedErrors reported = new ReportedErrors(
                irreducible, errors, examples, Labelled.parse(ReportedErrors.Unit.class, unit, "--unit"));
        Decomposition decomposition = Decomposer.standard().decompose(reported);
        Screen.of(options).decomposition(decomposition, Remedies.standard().rank(decomposition, null));
        return 0;
    }

    private static <V> void put(Map<SplitName, V> values, SplitName split, @Nullable V value) {
        if (value != null) {
            values.put(split, value);
        }
    }
}
