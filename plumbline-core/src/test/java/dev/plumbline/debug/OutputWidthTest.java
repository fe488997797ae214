package dev.plumbline.debug;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputWidthTest {
    private static final Dataset ROWS = Synthetic.healthy();
    private static final Dataset CANCER = ExampleData.breastCancer();

    private static ThrowingCallable check(String layers, String loss, Dataset data) {
        String yaml = "model: {layers: [" + layers + "]}\ntraining: {loss: " + loss + "}";
        return () -> OutputWidth.check(Setups.of(yaml, data), data.schema());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void fewerUnitsThanClassesAreRefusedWithBothNumbers(int units) {
        assertThatThrownBy(check("{dense: {units: " + units + "}}", "cross-entropy", ROWS))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("layer dense_1: expected 3 units, one for each class of `y`, found "
                        + (units == 1 ? "1 unit" : units + " units")
                        + ". Give the output layer 3 units.");
    }

    @Test
    void aRegressionNeedsOneUnitForEachTarget() {
        assertThatThrownBy(check("{dense: {units: 2}}", "mse", ExampleData.diabetes()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("layer dense_1: expected 1 unit, one for each target, found 2 units."
                        + " Give the output layer 1 unit.");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 300})
    void unitsBeyondTheClassesCanBeTrained(int units) {
        assertThatCode(check("{dense: {units: " + units + "}}", "cross-entropy", ROWS))
                .doesNotThrowAnyException();
    }

    @Test
    void aBinaryLossTakesOneUnitForTwoClassesOrOneForEach() {
        assertThatCode(check("{dense: {units: 2}}", "bce-with-logits", CANCER)).doesNotThrowAnyException();
        assertThatThrownBy(check("{dense: {units: 1}}", "cross-entropy", CANCER))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("expected 2 units");
        assertThatCode(check("{dense: {units: 1}}", "bce-with-logits", CANCER)).doesNotThrowAnyException();
        assertThatCode(check("{dense: {units: 2}}", "cross-entropy", CANCER)).doesNotThrowAnyException();
    }

    @Test
    void anImageOutputAsksForAFlatten() {
        assertThatThrownBy(check("{conv2d: {filters: 10, kernel-size: 3}}", "cross-entropy", ExampleData.digits()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("layer conv2d_1: expected an output of 2 axes (batch, outputs), found (N, 10, 6, 6)."
                        + " Add a flatten before the last dense layer.");
    }

    @Test
    void widthsThatFitPass() {
        assertThatCode(check("{dense: {units: 3}}", "cross-entropy", ROWS)).doesNotThrowAnyException();
        assertThatCode(check("{dense: {units: 1}}", "mse", ExampleData.diabetes()))
                .doesNotThrowAnyException();
    }
}
