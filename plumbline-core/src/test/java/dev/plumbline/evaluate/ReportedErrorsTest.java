package dev.plumbline.evaluate;

import static dev.plumbline.data.SplitName.SHIFTED_VALIDATION;
import static dev.plumbline.data.SplitName.TEST;
import static dev.plumbline.data.SplitName.TRAIN;
import static dev.plumbline.data.SplitName.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.UnusableInputException;
import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Term;
import dev.plumbline.evaluate.ReportedErrors.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedErrorsTest {
    private static final Map<dev.plumbline.data.SplitName, Double> LECTURE =
            Map.of(TRAIN, 27.0, VALIDATION, 32.0, TEST, 34.0);

    private static Decomposition decompose(ReportedErrors errors) {
        return Decomposer.standard().decompose(errors);
    }

    @Test
    void theLecturesChartComesOutExactly() {
        Decomposition chart = decompose(ReportedErrors.of(25.0, LECTURE));
        assertThat(chart.terms())
                .extracting(Term::kind, t -> t.size().value())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.IRREDUCIBLE, 0.25),
                        org.assertj.core.groups.Tuple.tuple(Kind.BIAS, 0.02),
                        org.assertj.core.groups.Tuple.tuple(Kind.VARIANCE, 0.05),
                        org.assertj.core.groups.Tuple.tuple(Kind.VALIDATION_OVERFITTING, 0.02));
        assertThat(chart.unit()).isEqualTo("points");
        assertThat(chart.decided()).contains(Kind.VARIANCE);
        assertThat(chart.reason())
                .contains("test error (34 points)", "variance: 5 points", "avoidable bias 2 points")
                .contains("How noisy the errors are is not known");
    }

    @Test
    void sharesGiveTheSameChartAsPercents() {
        assertThat(decompose(ReportedErrors.of(0.25, Map.of(TRAIN, 0.27, VALIDATION, 0.32, TEST, 0.34))))
                .isEqualTo(decompose(ReportedErrors.of(25.0, LECTURE)));
    }

    @Test
    void aShiftedValidationSplitsTheGapToTest() {
        Decomposition chart = decompose(
                ReportedErrors.of(25.0, Map.of(TRAIN, 27.0, VALIDATION, 28.0, SHIFTED_VALIDATION, 33.0, TEST, 34.0)));
        assertThat(chart.term(Kind.SHIFT).orElseThrow().size().value()).isEqualTo(0.05);
        assertThat(chart.term(Kind.VALIDATION_OVERFITTING).orElseThrow().size().value())
                .isEqualTo(0.01);
        assertThat(chart.decided()).contains(Kind.SHIFT);
    }

    @Test
    void withTheNumbersOfExamplesTheTermsGetIntervals() {
        Decomposition few = decompose(ReportedErrors.of(25.0, LECTURE)
                .measuredOn(TRAIN, 10_000)
                .measuredOn(VALIDATION, 200)
                .measuredOn(TEST, 200));
        assertThat(few.decided()).contains(Kind.BIAS);
        assertThat(few.reason()).contains("variance 5 points, within the noise");
        Decomposition many = decompose(ReportedErrors.of(25.0, LECTURE)
                .measuredOn(TRAIN, 100_000)
                .measuredOn(VALIDATION, 20_000)
                .measuredOn(TEST, 20_000));
        assertThat(many.decided()).contains(Kind.VARIANCE);
        assertThat(many.reason()).doesNotContain("not known", "too large");
    }

    @Test
    void termsThatTheNoiseDoesNotTellApartAreSaidToBeSo() {
        Decomposition close = decompose(ReportedErrors.of(10.0, Map.of(TRAIN, 15.0, VALIDATION, 20.5))
                .measuredOn(TRAIN, 2_000)
                .measuredOn(VALIDATION, 2_000));
        assertThat(close.decided()).contains(Kind.VARIANCE);
        assertThat(close.reason()).contains("too large to tell it from the avoidable bias");
    }

    @Test
    void whatIsMissingIsTakenAsSaid() {
        Decomposition noTest = decompose(ReportedErrors.of(null, Map.of(TRAIN, 20.0, VALIDATION, 21.0)));
        assertThat(noTest.decided()).contains(Kind.BIAS);
        assertThat(noTest.reason()).contains("taken as 0", "no test error");
        Decomposition noValidation = decompose(ReportedErrors.of(0.0, Map.of(TRAIN, 1.0, TEST, 9.0)));
        assertThat(noValidation.decided()).contains(Kind.VARIANCE);
        assertThat(noValidation.reason()).contains("everything from train to test");
        Decomposition trainOnly = decompose(ReportedErrors.of(5.0, Map.of(TRAIN, 20.0)));
        assertThat(trainOnly.reason()).contains("neither a validation nor a test error");
    }

    @Test
    void nothingIsDecidedWhereEverythingThatIsLeftIsIrreducible() {
        Decomposition done = decompose(ReportedErrors.of(20.0, Map.of(TRAIN, 20.1, VALIDATION, 20.3, TEST, 20.2)));
        assertThat(done.decided()).isEqualTo(Optional.empty());
        assertThat(done.reason()).contains("irreducible");
    }

    @Test
    void aTrainErrorBelowTheIrreducibleOneIsPointedOut() {
        Decomposition odd = decompose(ReportedErrors.of(20.0, Map.of(TRAIN, 2.0, VALIDATION, 30.0))
                .measuredOn(TRAIN, 1_000)
                .measuredOn(VALIDATION, 1_000));
        assertThat(odd.reason()).contains("may be set too high");
    }

    @Test
    void theTermsAddUpToTheLastError() {
        Decomposition chart = decompose(
                ReportedErrors.of(3.7, Map.of(TRAIN, 11.3, VALIDATION, 12.9, SHIFTED_VALIDATION, 12.1, TEST, 19.9)));
        assertThat(chart.terms().stream().mapToDouble(t -> t.size().value()).sum())
                .isCloseTo(0.199, within(1e-12));
    }

    @Test
    void errorsOfARegressionStayInTheirUnit() {
        Decomposition chart = decompose(
                new ReportedErrors(40.0, Map.of(TRAIN, 45.0, VALIDATION, 58.5), Map.of(VALIDATION, 100), Unit.METRIC));
        assertThat(chart.unit()).isEqualTo("units of the metric");
        assertThat(chart.term(Kind.VARIANCE).orElseThrow().size().value()).isEqualTo(13.5);
        assertThat(chart.decided()).contains(Kind.VARIANCE);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,5,irreducible error,at least 0|from 0",
        "0,NaN,train error,from 0",
        "0,101,train error,from 0 to 100",
        "0.25,27,errors,all in percent or all as shares",
        "0,Infinity,train error,from 0"
    })
    void aNumberThatNoErrorCanBeIsOneLine(double irreducible, double train, String subject, String expected) {
        assertThatThrownBy(() -> ReportedErrors.of(irreducible, Map.of(TRAIN, train)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(subject)
                .hasMessageNotContaining("\n")
                .message()
                .containsPattern(expected);
    }

    @Test
    void smallPercentsAreTakenWhenTheUnitIsSaid() {
        Decomposition chart =
                decompose(new ReportedErrors(0.5, Map.of(TRAIN, 1.2, VALIDATION, 3.0), Map.of(), Unit.PERCENT));
        assertThat(chart.term(Kind.VARIANCE).orElseThrow().size().value()).isEqualTo(0.018);
    }

    @Test
    void missingTrainAndNumbersWithoutErrorsAreRefused() {
        assertThatThrownBy(() -> ReportedErrors.of(1.0, Map.of(TEST, 2.0)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("train error");
        assertThatThrownBy(() -> ReportedErrors.of(1.0, Map.of(TRAIN, 2.0)).measuredOn(TEST, 5))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("number of test examples");
        assertThatThrownBy(() -> ReportedErrors.of(1.0, Map.of(TRAIN, 2.0)).measuredOn(TRAIN, 0))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void wilsonsIntervalIsThePublishedOne() {
        // Newcombe (1998), table I: 81 of 263 and 15 of 148, score method without continuity correction
        assertInterval(Wilson.interval(81.0 / 263, 263), 0.2553, 0.3662);
        assertInterval(Wilson.interval(15.0 / 148, 148), 0.0624, 0.1605);
        assertInterval(Wilson.interval(0, 20), 0.0000, 0.1611);
        assertInterval(Wilson.interval(1.0 / 29, 29), 0.0061, 0.1718);
    }

    @Test
    void theDifferenceOfTwoSharesIsThePublishedOne() {
        // Newcombe (1998), Interval estimation for the difference, table II, method 10: 56/70 - 48/80, 9/10 - 3/10
        assertInterval(
                Differences.ofIntervals(Wilson.interval(56.0 / 70, 70), Wilson.interval(48.0 / 80, 80)),
                0.0524,
                0.3339);
        assertInterval(Differences.ofIntervals(Wilson.interval(0.9, 10), Wilson.interval(0.3, 10)), 0.1705, 0.8090);
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(List.of(interval.low(), interval.high()))
                .satisfiesExactly(
                        l -> assertThat(l).isCloseTo(low, within(5e-5)),
                        h -> assertThat(h).isCloseTo(high, within(5e-5)));
    }
}
