package dev.plumbline.formats;

import static dev.plumbline.formats.Plans.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.SplitPlan;
import dev.plumbline.experiment.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables become numbers, and everything that was decided on the way can be read in the notes. */
class TablesTest {
    @TempDir
    private Path folder;

    private Plans table(String... lines) {
        return Plans.of(write(folder, "train.csv", lines));
    }

    private static Dataset load(Plans plan) {
        return new FileData().load(plan.plan(), null);
    }

    private static float[] inputs(Dataset data) {
        return ((FloatTensor) data.train().inputs().get(0)).values();
    }

    private static long[] classes(Dataset data) {
        return ((LongTensor) data.train().targets()).values();
    }

    private static List<String> features(Dataset data) {
        return data.schema().inputs().get(0).features();
    }

    private static List<String> notes(Dataset data) {
        return data.notes().stream().map(n -> n.subject() + ": " + n.text()).toList();
    }

    @Test
    void numbersStayNumbersAndWordsInTheTargetBecomeClassesByTheAlphabet() {
        Dataset data = load(table("a,b,species", "1,2.5,dog", "-3,4e2,cat", "5,.5,dog"));

        assertThat(inputs(data)).containsExactly(1, 2.5f, -3, 400, 5, 0.5f);
        assertThat(features(data)).containsExactly("a", "b");
        assertThat(data.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(data.schema().target()).isEqualTo("species");
        assertThat(data.schema().classNames()).containsExactly("cat", "dog");
        assertThat(classes(data)).containsExactly(1, 0, 1);
        assertThat(notes(data)).containsExactly("species: The target holds words, so the task is classification.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a,b,y\n1,2,0\n3,4,1\n", "a;b;y\n1;2;0\n3;4;1\n", "a\tb\ty\n1\t2\t0\n3\t4\t1\n"})
    void theSeparatorIsFound(String text) throws IOException {
        Dataset data = load(Plans.of(Files.writeString(folder.resolve("train.csv"), text)));

        assertThat(inputs(data)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aTsvHasTabsWhateverElseIsInIt() {
        Dataset data = load(Plans.of(write(folder, "train.tsv", "a,a\tb,b\ty", "1\t2\t0", "3\t4\t1")));

        assertThat(features(data)).containsExactly("a,a", "b,b");
    }

    @Test
    void byteOrderMarkQuotesWindowsLineEndsAndBlankLinesAreNoTrouble() throws IOException {
        String text = "\uFEFF\"a, left\",b,y\r\n\"1\", 2 ,\"he said \"\"no\"\"\"\r\n\r\n3,4,yes\r\n";
        Path file = folder.resolve("train.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));

        Dataset data = load(Plans.of(file));

        assertThat(features(data)).containsExactly("a, left", "b");
        assertThat(inputs(data)).containsExactly(1, 2, 3, 4);
        assertThat(data.schema().classNames()).containsExactly("he said \"no\"", "yes");
    }

    @Test
    void withSemicolonsACommaIsADecimalMark() {
        Dataset data = load(table("a;b;y", "1,5;2.5;0", "-0,25;1;1"));

        assertThat(inputs(data)).containsExactly(1.5f, 2.5f, -0.25f, 1);
    }

    @Test
    void theTargetIsFoundByItsUsualNamesOrIsTheLastColumn() {
        assertThat(load(table("Label,a", "u,1", "v,2")).schema().target()).isEqualTo("Label");
        assertThat(load(table("y,class,a", "1,u,1", "2,v,2")).schema().target()).isEqualTo("class");
        assertThat(load(table("a,b", "1,u", "2,v")).schema().target()).isEqualTo("b");
        assertThat(load(table("a,b,y", "u,1,7", "v,2,8").target("a")).schema().target())
                .isEqualTo("a");
    }

    @Test
    void numericClassesAreInNumericOrder() {
        Dataset data = load(table("a,y", "1,10", "2,9", "3,10", "4,9", "5,100", "6,100"));

        assertThat(data.schema().classNames()).containsExactly("9", "10", "100");
        assertThat(classes(data)).containsExactly(1, 0, 1, 0, 2, 2);
        assertThat(notes(data)).first().asString().contains("3 different whole numbers (9 to 100)", "classification");
    }

    @Test
    void fractionsOrManyWholeNumbersAreAmounts() {
        assertThat(load(table("a,y", "1,0.5", "2,1", "3,1", "4,0.5")).task()).isEqualTo(Task.REGRESSION);
        List<String> lines = new ArrayList<>(List.of("a,y"));
        for (int i = 0; i < 100; i++) {
            lines.add(i * 0.3 + "," + i % 40);
        }
        Dataset data = load(table(lines.toArray(String[]::new)));
        assertThat(data.task()).isEqualTo(Task.REGRESSION);
        assertThat(data.train().targets().shape().sizes()).containsExactly(100, 1);
        assertThat(data.schema().outputs()).isEqualTo(1);
        assertThat(data.schema().classNames()).isEmpty();
    }

    @Test
    void aTaskThatThePersonNamesWins() {
        Plans plan = table("a,y", "1,0", "2,1", "3,0", "4,1");

        assertThat(new FileData().load(plan.plan(), Task.REGRESSION).task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void categoriesBecomeColumnsOfZeroAndOneAndUnseenOnesZeros() {
        Path test = write(folder, "test.csv", "size,city,y", "5,Rome,0", "6,Bonn,1");
        Dataset data = load(table("size,city,y", "1,Oslo,0", "2,Bonn,1", "3,Oslo,0", "4,Bonn,1")
                .test(new SplitPlan.FromFile(test)));

        assertThat(features(data)).containsExactly("size", "city=Bonn", "city=Oslo");
        assertThat(inputs(data)).containsExactly(1, 0, 1, 2, 1, 0, 3, 0, 1, 4, 1, 0);
        FloatTensor tested =
                (FloatTensor) data.split(SplitName.TEST).orElseThrow().inputs().get(0);
        assertThat(tested.values()).containsExactly(5, 0, 0, 6, 1, 0);
        assertThat(notes(data))
                .contains(
                        "city: 2 categories were one-hot encoded: one column of 0 and 1 for each.",
                        "city: 1 of 2 values in test are categories that train does not have (\"Rome\"); they became zeros.");
    }

    @Test
    void yesAndNoBecomeOneAndZero() {
        Dataset data = load(table("smoker,member,y", "yes,TRUE,0", "no,FALSE,1", "Yes,TRUE,0"));

        assertThat(features(data)).containsExactly("smoker", "member");
        assertThat(inputs(data)).containsExactly(1, 1, 0, 0, 1, 1);
    }

    @Test
    void missingValuesGetTheMedianOrTheMostFrequentOfTrain() {
        Path test = write(folder, "test.csv", "age,city,y", "?,N/A,0");
        Dataset data =
                load(table("age,city,y", "1,Oslo,0", "NA,Bonn,1", "3,null,0", "8,Bonn,1", "NaN,Oslo,0", ",Bonn,1")
                        .test(new SplitPlan.FromFile(test)));

        assertThat(inputs(data)).containsExactly(1, 0, 1, 3, 1, 0, 3, 1, 0, 8, 1, 0, 3, 0, 1, 3, 1, 0);
        FloatTensor tested =
                (FloatTensor) data.split(SplitName.TEST).orElseThrow().inputs().get(0);
        assertThat(tested.values()).containsExactly(3, 1, 0);
        assertThat(notes(data))
                .contains(
                        "age: 3 of 6 values are missing in train; train's median, 3, was filled in.",
                        "city: 1 of 6 values are missing in train; train's most frequent value, \"Bonn\", was filled in.",
                        "age: 1 of 1 values are missing in test; train's median, 3, was filled in.");
    }

    @Test
    void gapsThatTellSomethingAboutTheTargetBecomeAnInput() {
        List<String> telling = new ArrayList<>(List.of("a,b,y"));
        List<String> silent = new ArrayList<>(List.of("a,b,y"));
        for (int i = 0; i < 60; i++) {
            telling.add(i * 0.5 + "," + (i % 3 == 0 ? "" : "1.5") + "," + (i % 3 == 0 ? "ill" : "well"));
            silent.add(i * 0.5 + "," + (i % 3 == 0 ? "" : "1.5") + "," + (i % 2 == 0 ? "ill" : "well"));
        }

        assertThat(features(load(table(telling.toArray(String[]::new))))).containsExactly("a", "b", "b missing");
        assertThat(features(load(table(silent.toArray(String[]::new))))).containsExactly("a", "b");
    }

    @Test
    void datesRowNumbersAndFreeTextAreLeftOutWithANote() {
        List<String> lines = new ArrayList<>(List.of(",day,comment,empty,a,y"));
        for (int i = 0; i < 30; i++) {
            lines.add(i + ",2026-01-%02d,text no %d,,%d,%d".formatted(i % 28 + 1, i, i * i % 7, i % 2));
        }
        Dataset data = load(table(lines.toArray(String[]::new)));

        assertThat(features(data)).containsExactly("a");
        assertThat(notes(data).toString())
                .contains(
                        "column 1: The column only numbers the rows",
                        "day: The column holds dates",
                        "comment: The column holds 30 different texts",
                        "empty: The column has no values in train");
    }

    @Test
    void aColumnThatThePersonNamesIsNotLeftOutSilently() {
        List<String> lines = new ArrayList<>(List.of("id,comment,y"));
        for (int i = 0; i < 30; i++) {
            lines.add(i + ",text no " + i + "," + i % 2);
        }
        Plans plan = table(lines.toArray(String[]::new));

        assertThat(features(load(plan.inputs("id")))).containsExactly("id");
        assertThatThrownBy(() -> load(plan.inputs("id", "comment")))
                .hasMessageContaining("column \"comment\": expected numbers or a few categories")
                .hasMessageContaining("30 different texts");
    }

    @Test
    void aFewWordsAmongFewNumbersAreCategories() {
        List<String> lines = new ArrayList<>(List.of("children,y"));
        for (int i = 0; i < 60; i++) {
            lines.add((i % 10 == 9 ? "5+" : String.valueOf(i % 5)) + "," + i % 2);
        }

        assertThat(features(load(table(lines.toArray(String[]::new)))))
                .containsExactly("children=0", "children=1", "children=2", "children=3", "children=4", "children=5+");
    }

    @Test
    void aFlatRowIsSeenInTheAskedShape() {
        Plans plan = table("a,b,c,d,y", "1,2,3,4,0", "5,6,7,8,1");

        Dataset image = load(plan.shape(1, 2, 2));
        assertThat(image.schema().modality()).isEqualTo(Modality.IMAGE);
        assertThat(image.train().inputs().get(0).shape().sizes()).containsExactly(2, 1, 2, 2);
        assertThat(features(image)).isEmpty();
        assertThat(load(plan.shape(2, 2)).schema().modality()).isEqualTo(Modality.SEQUENCE);
        assertThat(load(plan.shape(4)).schema().modality()).isEqualTo(Modality.TABULAR);
        assertThat(load(plan.shape(2, 2).modality(Modality.IMAGE))
                        .schema()
                        .inputs()
                        .get(0)
                        .shape()
                        .sizes())
                .containsExactly(1, 2, 2);
    }

    @Test
    void wholeNumbersAreTokensWhereThePlanSaysSequence() {
        Dataset data = load(table("a,b,y", "1,2,0", "5,6,1").modality(Modality.SEQUENCE));

        assertThat(((LongTensor) data.train().inputs().get(0)).values()).containsExactly(1, 2, 5, 6);
        assertThat(data.schema().inputs().get(0).vocabulary()).isEqualTo(7);
    }

    @Test
    void otherFilesMayHaveTheColumnsInAnotherOrder() {
        Path test = write(folder, "test.csv", "y,b,a", "1,20,10");
        Dataset data = load(table("a,b,y", "1,2,0", "3,4,1").test(new SplitPlan.FromFile(test)));

        FloatTensor tested =
                (FloatTensor) data.split(SplitName.TEST).orElseThrow().inputs().get(0);
        assertThat(tested.values()).containsExactly(10, 20);
    }

    @Test
    void largeWholeNumbersKeepTheirLastDigitAsClasses() {
        Dataset data = load(table("a,y", "1,16777217", "2,16777216", "3,16777217", "4,16777216"));

        assertThat(data.schema().classNames()).containsExactly("16777216", "16777217");
    }

    @Test
    void columnNumbersAreNamesToo() {
        assertThat(features(load(table("0,1,2", "5,6,0", "7,8,1")))).containsExactly("0", "1");
    }
}
