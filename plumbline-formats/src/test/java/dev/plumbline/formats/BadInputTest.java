package dev.plumbline.formats;

import static dev.plumbline.formats.Plans.npz;
import static dev.plumbline.formats.Plans.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.SplitPlan;
import dev.plumbline.experiment.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with the data, the person gets one line that says what, where, and what to do. */
class BadInputTest {
    @TempDir
    private Path folder;

    private Path csv(String... lines) {
        return write(folder, "train.csv", lines);
    }

    private void fails(Plans plan, @Nullable Task task, String... parts) {
        assertThatThrownBy(() -> new FileData().load(plan.plan(), task))
                .isInstanceOf(UnusableInputException.class)
                .message()
                .doesNotContain("\n")
                .contains(parts);
    }

    private void fails(Plans plan, String... parts) {
        fails(plan, null, parts);
    }

    @Test
    void aMissingFileIsNamedTogetherWithTheNearestOne() {
        csv("a,y", "1,0");
        fails(Plans.of(folder.resolve("trian.csv")), "trian.csv: no such file", "Did you mean `train.csv`?");
    }

    @Test
    void aMissingFolderIsSaidToBeMissing() {
        fails(Plans.of(folder.resolve("nowhere").resolve("train.csv")), "folder does not exist");
    }

    @Test
    void aFolderIsNotAFile() {
        csv("a,y", "1,0");
        fails(Plans.of(folder), "expected a data file, found a folder", "Name a file in it: train.csv.");
    }

    @Test
    void anEmptyFileHasNoData() throws IOException {
        Path empty = Files.createFile(folder.resolve("train.csv"));
        fails(Plans.of(empty), "expected data, found an empty file");
    }

    @Test
    void aHeaderAloneIsNotData() {
        fails(Plans.of(csv("a,b,y")), "train.csv", "found only the header");
    }

    @Test
    void anUnknownEndingNamesTheKnownOnes() {
        fails(Plans.of(write(folder, "train.xlsx", "a,y")), ".csv, .tsv, .npz", "found \".xlsx\"");
    }

    @Test
    void aLineWithTooFewOrTooManyValuesIsNamed() {
        fails(Plans.of(csv("a,b,y", "1,2,0", "3,1", "1,1,1")), "train.csv, line 3: expected 3 values", "found 2");
        fails(Plans.of(csv("a,b,y", "1,2,0", "3,1,1,1")), "train.csv, line 3: expected 3 values", "found 4");
        fails(Plans.of(csv("a,b,y", "\"1\n\",2,0", "3,1")), "train.csv, line 4:");
    }

    @Test
    void aQuoteThatIsNotClosedIsNamed() {
        fails(Plans.of(csv("a,y", "1,0", "\"2,1", "3,0")), "train.csv, line 3", "quote");
    }

    @Test
    void aTargetThatIsNotThereNamesTheNearestColumn() {
        fails(
                Plans.of(csv("age,speices", "1,a", "2,b")).target("species"),
                "the column \"species\"",
                "Did you mean `speices`?");
        fails(Plans.of(npz("named")).inputs("pixels").target("kinds"), "the array \"kinds\"", "`kind`");
    }

    @Test
    void anInputThatIsNotThereNamesTheNearestColumn() {
        fails(Plans.of(csv("age,y", "1,a", "2,b")).inputs("Ages"), "the column \"Ages\"", "Did you mean `age`?");
        fails(Plans.of(npz("named")), "the array \"x\"", "only pixels, kind");
    }

    @Test
    void twoColumnsOfOneNameAreToldApartByTheirPlaces() {
        fails(Plans.of(csv("a,b,a,y", "1,2,3,0")), "train.csv, line 1", "\"a\" twice (columns 1 and 3)");
    }

    @Test
    void aFileWithoutAHeaderIsToldToGetOne() {
        fails(Plans.of(csv("5.1,3.5,setosa", "4.9,3.0,setosa")), "line 1: expected the columns' names", "5.1");
    }

    @Test
    void oneColumnIsNotEnough() {
        fails(Plans.of(csv("a|b|y", "1|2|0")), "at least two columns", "a|b|y");
    }

    @Test
    void oneClassOnlyCannotBeLearned() {
        fails(
                Plans.of(csv("a,y", "1,yes", "2,yes", "3,yes")),
                "at least two classes",
                "only \"yes\" in all 3 examples");
        fails(Plans.of(csv("a,y", "1,7", "2,7", "3,7")), "at least two classes", "only \"7\"");
    }

    @Test
    void aConstantAmountCannotBeLearned() {
        fails(Plans.of(csv("a,y", "1,2.5", "2,2.5")), Task.REGRESSION, "at least two different values", "only 2.5");
    }

    @Test
    void missingTargetsAreCountedAndTheFirstIsNamed() {
        fails(
                Plans.of(csv("a,y", "1,0", "2,NaN", "3,1", "4,")),
                "train.csv, column \"y\"",
                "2 missing, NaN or infinite, the first at train.csv, line 3");
        fails(Plans.of(npz("nan-targets")), "2 missing, NaN or infinite, the first at", "y[3]");
    }

    @Test
    void aWordAmongNumbersIsNamed() {
        fails(
                Plans.of(csv("a,b,y", "1.5,1,0", "2.5,2,1", "x3.5,3,0", "4.5,4,1", "5.5,5,0")),
                "train.csv, line 4, column \"a\": expected a number, like 4 of the column's 5 values, found \"x3.5\"");
    }

    @Test
    void aWordAmongNumericTargetsIsNamed() {
        String[] lines = {"a,y", "1,1.5", "2,2.5", "3,oops", "4,3.5", "5,4.5"};
        fails(Plans.of(csv(lines)), "train.csv, line 4, column \"y\"", "\"oops\"");
        fails(Plans.of(csv(lines)), Task.REGRESSION, "train.csv, line 4, column \"y\"", "\"oops\"");
    }

    @Test
    void wordsAreNoTargetOfARegression() {
        fails(Plans.of(csv("a,y", "1,cat", "2,dog")), Task.REGRESSION, "\"cat\"", "task: classification");
    }

    @Test
    void amountsAreNoClasses() {
        String[] lines = new String[60];
        Arrays.setAll(lines, i -> i == 0 ? "a,y" : i + "," + (i + 0.25));
        fails(Plans.of(csv(lines)), Task.CLASSIFICATION, "59 different numbers", "task: regression");
    }

    @Test
    void sizesThatDoNotMultiplyToTheRowsWidthAreNamed() {
        fails(
                Plans.of(csv("a,b,c,y", "1,2,3,0", "4,5,6,1")).shape(1, 2, 2),
                "expected 4 values",
                "(1, 2, 2)",
                "found 3");
        fails(Plans.of(npz("sequence")).shape(5, 3), "expected 15 values", "found 14 of shape (7, 2)");
        fails(Plans.of(npz("sequence")).shape(2, 7), "shape (2, 7)", "found shape (7, 2)");
    }

    @Test
    void aSplitOfZeroRowsIsNotASplit() {
        Path train = csv("a,y", "1,0", "2,1", "3,0", "4,1");
        fails(Plans.of(train).validation(new SplitPlan.Fraction(0.1)), "data.validation", "0 of 4 examples");
        fails(Plans.of(train).test(new SplitPlan.Fraction(0.99)), "data.test", "4 of 4 examples");
        fails(Plans.of(npz("empty")), "one target for each example", "(0)");
    }

    @Test
    void aShiftedSplitCannotBeHeldOut() {
        fails(Plans.of(csv("a,y", "1,0", "2,1")).shifted(new SplitPlan.Fraction(0.5)), "data.shifted-validation");
    }

    @Test
    void splitsHaveTheSameColumns() {
        Path train = csv("a,b,y", "1,2,0", "3,4,1");
        Path fewer = write(folder, "fewer.csv", "a,y", "1,0");
        Path more = write(folder, "more.csv", "a,b,c,y", "1,2,3,0");
        fails(Plans.of(train).test(new SplitPlan.FromFile(fewer)), "fewer.csv", "the column \"b\", as in train.csv");
        fails(Plans.of(train).test(new SplitPlan.FromFile(more)), "more.csv", "the column \"c\" besides");
    }

    @Test
    void splitsHaveTheSameKindOfFileAndShape() {
        Path train = csv("a,y", "1,0", "3,1");
        fails(
                Plans.of(train).test(new SplitPlan.FromFile(npz("compressed"))),
                "compressed.npz",
                "a table like train.csv");
        fails(Plans.of(npz("compressed")).test(new SplitPlan.FromFile(train)), "train.csv", "arrays");
        fails(Plans.of(npz("compressed")).test(new SplitPlan.FromFile(npz("half"))), "half.npz", "(3)", "(2)");
    }

    @Test
    void targetsThatHaveNothingInCommonWithTrainAreNamed() {
        Path test = write(folder, "test.csv", "a,y", "1,sheep", "2,cow");
        fails(
                Plans.of(csv("a,y", "1,cat", "3,dog")).test(new SplitPlan.FromFile(test)),
                "test.csv, line 2",
                "\"sheep\"",
                "2 classes of the train split");
    }

    @Test
    void aWordInATestFileWhereTrainHasNumbersIsNamed() {
        Path test = write(folder, "test.csv", "a,y", "1,0", "two,1");
        fails(
                Plans.of(csv("a,y", "1.5,0", "3,1")).test(new SplitPlan.FromFile(test)),
                "test.csv, line 3, column \"a\": expected a number, as in train, found \"two\"");
    }

    @Test
    void anotherEncodingThanUtf8IsNamedWithItsLine() throws IOException {
        Path file = folder.resolve("train.csv");
        Files.write(file, "a,y\n1,oui\n2,éh\n".getBytes(StandardCharsets.ISO_8859_1));
        fails(Plans.of(file), "train.csv, line 3: expected UTF-8 text");
        Files.write(file, "a,y\n1,oui\n".getBytes(StandardCharsets.UTF_16));
        fails(Plans.of(file), "UTF-16");
    }

    @Test
    void bytesOfAnotherFormatAreNamed() throws IOException {
        Files.copy(npz("half"), folder.resolve("arrays.csv"));
        fails(Plans.of(folder.resolve("arrays.csv")), "expected lines of text, found a zip archive");
        Files.write(folder.resolve("table.npz"), "a,y\n1,0\n".getBytes(StandardCharsets.UTF_8));
        fails(Plans.of(folder.resolve("table.npz")), "an .npz archive", "61 2c 79 0a");
    }

    @ParameterizedTest(name = "{0}.npz is refused because of {1}")
    @CsvSource({
        "pickled, pickled Python objects",
        "structured, a structured array",
        "complex, the NumPy type <c8",
        "dates, the NumPy type <M8[D]",
        "unequal, 'expected 11 examples, as many as y has, found 12'",
        "scalar-target, one target for each example",
    })
    void arraysThatCannotBeRead(String name, String reason) {
        fails(Plans.of(npz(name)), name + ".npz", reason);
    }

    @Test
    void aTruncatedArchiveIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(npz("compressed"));
        Path cut = folder.resolve("cut.npz");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        fails(Plans.of(cut), "cut.npz: expected a whole .npz archive, found one that is cut off or damaged");
    }

    @Test
    void noPermissionIsNamed() throws IOException {
        Path secret = csv("a,y", "1,0", "2,1");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        // root may read everything, so there the file system's refusal is played
        if (Files.isReadable(secret)) {
            assertThatThrownBy(() -> new InputFile(secret).guarded(() -> {
                        throw new AccessDeniedException(secret.toString());
                    }))
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("no permission to read it");
        } else {
            fails(Plans.of(secret), "no permission to read it");
        }
    }

    @Test
    void messagesDoNotDependOnTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(CellText.of(1.5)).isEqualTo("1.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
