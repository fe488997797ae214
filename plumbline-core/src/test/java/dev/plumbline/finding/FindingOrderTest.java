package dev.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingOrderTest {
    private static Finding suspected(String id) {
        return Finding.suspected(
                new Rule(id, Stage.OVERFIT, id, "a test"), "subject", "seen", "why it matters", "what to do");
    }

    private static Finding tested(String id) {
        return suspected(id).confirmed("better with an edit (3 seeds each)");
    }

    private static Finding counted(String id, Severity severity) {
        return suspected(id).confirmed("counted").withSeverity(severity);
    }

    private static List<String> ids(Finding... findings) {
        return FindingOrder.sorted(List.of(findings)).stream()
                .map(f -> f.rule().id())
                .toList();
    }

    @Test
    void aTestedCauseComesBeforeOneThatOnlyShows_andBothBeforeWhatTheyBringAbout() {
        assertThat(ids(
                        counted("does-not-overfit-one-batch", Severity.ERROR),
                        suspected("learning-rate-too-high"),
                        tested("loss-sign")))
                .containsExactly("loss-sign", "learning-rate-too-high", "does-not-overfit-one-batch");
    }

    @Test
    void howACauseWorksComesAfterIt_unlessAnEditOfTheMechanismItselfMendsIt() {
        assertThat(ids(suspected("vanishing-gradient"), suspected("saturating-activations")))
                .containsExactly("saturating-activations", "vanishing-gradient");
        assertThat(ids(suspected("saturating-activations"), tested("vanishing-gradient")))
                .containsExactly("vanishing-gradient", "saturating-activations");
    }

    @Test
    void aConsequenceThatAnEditRemovesIsACauseItself() {
        assertThat(ids(suspected("loss-scale"), tested("not-finite"))).containsExactly("not-finite", "loss-scale");
    }

    @Test
    void whatIsRuledOutComesLast_andWhatIsOnlyWorthKnowingAfterAllThatIsWrong() {
        assertThat(ids(
                        tested("loss-sign").ruledOut("no better"),
                        suspected("dropout-too-strong").withSeverity(Severity.INFO),
                        counted("below-baseline", Severity.WARNING)))
                .containsExactly("below-baseline", "dropout-too-strong", "loss-sign");
    }

    @Test
    void aFaultOfTheDataComesBeforeLongerTrainingThatPartlyMakesUpForIt() {
        assertThat(ids(tested("epochs-too-few"), counted("duplicates-across-splits", Severity.WARNING)))
                .containsExactly("duplicates-across-splits", "epochs-too-few");
        assertThat(ids(counted("rare-class", Severity.WARNING), counted("few-examples", Severity.WARNING)))
                .containsExactly("few-examples", "rare-class");
    }

    @Test
    void aFaultOfTheDataThatIsNotCertainStaysBehindATestedCause() {
        assertThat(ids(
                        tested("epochs-too-few"),
                        suspected("normalization-differs"),
                        counted("few-examples", Severity.INFO)))
                .containsExactly("epochs-too-few", "normalization-differs", "few-examples");
    }

    @Test
    void otherCausesKeepTheirPlaceBesideFaultsOfTheData() {
        assertThat(ids(tested("loss-sign"), counted("duplicates-across-splits", Severity.WARNING)))
                .containsExactly("loss-sign", "duplicates-across-splits");
    }

    @Test
    void copiesWithAnotherLabelAreWrongLabelsBeforeTheyAreCopies_andCopiesAreSpreadOverSplits() {
        assertThat(ids(
                        counted("duplicates-across-splits", Severity.ERROR),
                        counted("class-imbalance", Severity.WARNING),
                        tested("duplicate-examples"),
                        counted("conflicting-labels", Severity.ERROR)))
                .containsExactly(
                        "conflicting-labels", "duplicate-examples", "duplicates-across-splits", "class-imbalance");
    }

    @Test
    void whereBothOtherSplitsHaveOtherClassesTrainIsTheOddOne_whereOneHasItsOwnClassesAreToldFirst() {
        Finding imbalance = counted("class-imbalance", Severity.WARNING);
        Finding test = otherClasses("test");
        assertThat(ids(imbalance, test)).containsExactly("class-imbalance", "split-differs");
        assertThat(ids(imbalance, test, otherClasses("validation")))
                .containsExactly("split-differs", "split-differs", "class-imbalance");
    }

    private static Finding otherClasses(String split) {
        return Finding.suspected(
                        new Rule("split-differs", Stage.START, "unlike train", "a test"),
                        "target y of " + split,
                        "seen",
                        "why it matters",
                        "what to do")
                .confirmed("counted")
                .withSeverity(Severity.WARNING);
    }
}
