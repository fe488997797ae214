package dev.plumbline.formats;

import static dev.plumbline.formats.Plans.npz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.SplitPlan;
import dev.plumbline.experiment.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that NumPy wrote are read with the values, shapes and classes that NumPy sees. */
class ArraysTest {
    private static Dataset load(Plans plan) {
        return new FileData().load(plan.plan(), null);
    }

    private static Dataset load(String name) {
        return load(Plans.of(npz(name)));
    }

    private static float[] inputs(Dataset data) {
        return ((FloatTensor) data.train().inputs().get(0)).values();
    }

    private static List<Integer> shape(Dataset data) {
        return data.schema().inputs().get(0).shape().sizes();
    }

    private static float[] counting(int from, int count) {
        float[] values = new float[count];
        IntStream.range(0, count).forEach(i -> values[i] = from + i);
        return values;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "dtype-i1",
                "dtype-i2",
                "dtype-i2be",
                "dtype-i4",
                "dtype-i8",
                "dtype-i8be",
                "dtype-f2",
                "dtype-f4",
                "dtype-f4be",
                "dtype-f8",
                "dtype-f8be",
                "compressed",
                "version-2",
                "version-3"
            })
    void signedTypesKeepTheirValues(String name) {
        assertThat(inputs(load(name))).containsExactly(counting(-5, 36));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"dtype-u1", "dtype-u2", "dtype-u2be", "dtype-u4", "dtype-u8"})
    void unsignedTypesKeepTheirValues(String name) {
        float[] expected = counting(-5, 36);
        IntStream.range(0, 36).forEach(i -> expected[i] = Math.abs(expected[i]));
        assertThat(inputs(load(name))).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tags", "tags-one-hot", "tags-column"})
    void aTaggerHasAClassAtEachPosition(String name) {
        Dataset data = new FileData()
                .load(Plans.of(npz(name)).validation(new SplitPlan.None()).plan(), Task.TAGGING);

        assertThat(data.schema().outputs()).isEqualTo(4);
        assertThat(data.schema().positions()).containsExactly(3);
        LongTensor targets = (LongTensor) data.train().targets();
        assertThat(targets.shape().sizes()).containsExactly(12, 3);
        assertThat(targets.values()).startsWith(0, 1, 2, 3, 0, 1).hasSize(36);
    }

    @Test
    void aTagBelowZero_isNoClass() {
        assertThatThrownBy(() -> new FileData().load(Plans.of(npz("tags-wrong")).plan(), Task.TAGGING))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("tags-wrong.npz, array y")
                .hasMessageContaining("found -1")
                .hasMessageContaining("`data.ignore-class: -1`");
    }

    @ParameterizedTest(name = "{0} of {1} classes")
    @CsvSource({"tags, 3", "tags-one-hot, 4"})
    void anIgnoredTag_isOfNoClassAndNeedsNoUnit(String name, int outputs) {
        Dataset data = new FileData()
                .load(
                        Plans.of(npz(name))
                                .validation(new SplitPlan.None())
                                .plan()
                                .withIgnoredClass(3),
                        Task.TAGGING);

        assertThat(data.schema().outputs()).isEqualTo(outputs);
        assertThat(data.schema().ignores()).isTrue();
        assertThat(((LongTensor) data.train().targets()).values()).startsWith(0, 1, 2, Schema.NO_CLASS, 0, 1);
    }

    @Test
    void examplesOfAnIgnoredClass_areLeftOut(@TempDir Path folder) {
        Path file = Plans.write(folder, "a.csv", "x,y", "1,0", "2,-1", "3,1", "4,0", "5,1");
        Dataset data = load(Plans.of(file), -1);

        assertThat(inputs(data)).containsExactly(1, 3, 4, 5);
        assertThat(((LongTensor) data.train().targets()).values()).containsExactly(0, 1, 0, 1);
        assertThat(data.schema().classNames()).containsExactly("0", "1");
        assertThat(data.notes()).anyMatch(note -> note.text().contains("1 examples of class -1"));
    }

    @Test
    void aClassIsIgnoredOnlyWhereThereAreClasses(@TempDir Path folder) {
        Path file = Plans.write(folder, "a.csv", "x,y", "1,cat", "2,dog", "3,cat");

        assertThatThrownBy(() -> load(Plans.of(file), 255))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("class numbers, of which `ignore-class` leaves out 255");
    }

    private static Dataset load(Plans plan, int ignored) {
        return new FileData().load(plan.plan().withIgnoredClass(ignored), null);
    }

    @Test
    void arraysThatAreNoSplitComeByName_wholeNumbersAsWholeNumbers() {
        assertThat(new FileData().arrays(npz("dtype-i4")).get("x")).isInstanceOf(LongTensor.class);
        assertThat(new FileData().arrays(npz("dtype-f8")).get("x"))
                .isInstanceOfSatisfying(
                        FloatTensor.class, x -> assertThat(x.values()).containsExactly(counting(-5, 36)));
    }

    @Test
    void booleansAreZeroAndOne() {
        float[] expected = counting(-5, 36);
        IntStream.range(0, 36).forEach(i -> expected[i] = expected[i] == 0 ? 0 : 1);
        assertThat(inputs(load("dtype-bool"))).containsExactly(expected);
    }

    @Test
    void halfPrecisionKeepsItsSmallestLargestAndNonNumbers() {
        assertThat(inputs(load("half")))
                .containsExactly(0.099975586f, -2.5f, 65504, 5.9604645e-8f, Float.POSITIVE_INFINITY, Float.NaN, 1, 0);
        assertThat(load("half").notes()).anyMatch(n -> n.text().contains("2 of 8 values in train are NaN or infinite"));
    }

    @Test
    void columnMajorArraysAreTurned() {
        assertThat(inputs(load(Plans.of(npz("fortran")).modality(Modality.SEQUENCE))))
                .containsExactly(counting(0, 120));
        assertThat(inputs(load("fortran-big-endian"))).containsExactly(counting(0, 36));
    }

    @Test
    void textIsAClassName() {
        assertThat(load("words").schema().classNames()).containsExactly("cat", "dog", "émeu 𝄞");
        assertThat(load("words-big-endian").schema().classNames()).containsExactly("cat", "dog", "émeu");
        assertThat(((LongTensor) load("words").train().targets()).values()).startsWith(0, 1, 2, 0);
    }

    @Test
    void oneHotRowsAreClassNumbers() {
        Dataset data = load("one-hot");

        assertThat(data.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(data.schema().outputs()).isEqualTo(3);
        assertThat(((LongTensor) data.train().targets()).values()).startsWith(0, 1, 2, 0, 1, 2);
        assertThat(data.notes()).anyMatch(n -> n.text().contains("One-hot rows of 3"));
    }

    @Test
    void rowsOfAnyNumberOfOnesAreLabelsAndRowsOfNumbersAreAmounts() {
        assertThat(load("labels").task()).isEqualTo(Task.MULTILABEL);
        assertThat(load("labels").schema().outputs()).isEqualTo(2);
        assertThat(load("amounts").task()).isEqualTo(Task.REGRESSION);
        assertThat(load("amounts").train().targets().shape().sizes()).containsExactly(12, 2);
        assertThat(load("column-target").train().targets().shape().sizes()).containsExactly(12, 1);
    }

    @Test
    void imagesGetTheirChannelsFirst() {
        Dataset last = load("channels-last");
        Dataset first = load("channels-first");

        assertThat(shape(last)).containsExactly(3, 4, 5);
        assertThat(inputs(last)).startsWith(0, 3, 6, 9).hasSize(12 * 60);
        assertThat(inputs(last)[20]).isEqualTo(1);
        assertThat(last.notes()).anyMatch(n -> n.text().contains("channels last; they were put first"));
        assertThat(shape(first)).containsExactly(3, 4, 5);
        assertThat(inputs(first)).startsWith(0, 1, 2, 3);
        assertThat(inputs(load(Plans.of(npz("channels-last")).shape(3, 4, 5)))).containsExactly(inputs(last));
    }

    @Test
    void bytesOfTwoAxesAreGrayImagesAndFloatsAreSequences() {
        Dataset gray = load("gray");
        assertThat(gray.schema().modality()).isEqualTo(Modality.IMAGE);
        assertThat(shape(gray)).containsExactly(1, 8, 8);
        assertThat(inputs(gray)).contains(200f);
        Dataset sequence = load("sequence");
        assertThat(sequence.schema().modality()).isEqualTo(Modality.SEQUENCE);
        assertThat(shape(sequence)).containsExactly(7, 2);
        assertThat(sequence.notes()).anyMatch(n -> n.text().contains("taken for sequences (steps, features)"));
    }

    @Test
    void integersAreTokensOnlyWhereThePlanSaysSequence() {
        assertThat(load("tokens").schema().modality()).isEqualTo(Modality.TABULAR);
        Dataset data = load(Plans.of(npz("tokens")).modality(Modality.SEQUENCE));

        assertThat(data.schema().inputs().get(0).dtype()).isEqualTo(DType.INT64);
        assertThat(shape(data)).containsExactly(6);
        assertThat(data.schema().inputs().get(0).vocabulary()).isBetween(40, 50);
    }

    @Test
    void oneFileMayBringAllSplits() {
        Dataset data = load(Plans.of(npz("all-splits")).validation(new SplitPlan.Fraction(0.1)));

        assertThat(data.train().size()).isEqualTo(6);
        assertThat(data.split(SplitName.VALIDATION).orElseThrow().size()).isEqualTo(3);
        assertThat(data.split(SplitName.TEST).orElseThrow().size()).isEqualTo(3);
        assertThat(load("all-splits").split(SplitName.VALIDATION)).isEmpty();
    }

    @Test
    void arraysOfOtherNamesAreNamedInThePlan() {
        Dataset data = load(Plans.of(npz("named")).inputs("pixels").target("kind"));

        assertThat(data.schema().inputs().get(0).name()).isEqualTo("pixels");
        assertThat(data.schema().target()).isEqualTo("kind");
    }

    @Test
    void aNetworkMayHaveSeveralInputs() {
        Dataset data = load(Plans.of(npz("two-inputs")).inputs("b", "a"));

        assertThat(data.schema().inputs()).extracting(s -> s.name()).containsExactly("b", "a");
        assertThat(data.train().inputs()).hasSize(2);
    }

    @Test
    void clipsAndTargetsOfSeveralAxesAreLaidOutFlatInTheirOrder() {
        Dataset data = load(Plans.of(npz("clips")).validation(new SplitPlan.None()));
        assertThat(shape(data)).containsExactly(16);
        assertThat(inputs(data)).containsExactly(counting(0, 12 * 16));
        assertThat(data.task()).isEqualTo(Task.REGRESSION);
        assertThat(data.schema().outputs()).isEqualTo(4);
        assertThat(((FloatTensor) data.train().targets()).values()[5]).isEqualTo(5 / 7f);
    }
}
