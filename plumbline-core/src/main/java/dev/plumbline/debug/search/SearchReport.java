package dev.plumbline.debug.search;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what a search found into findings and tested interventions. */
final class SearchReport {
    private final Arena arena;
    private final Found found;
    private final String seen;

    /** @param seen what the training did, for causes that nothing but that points to */
    SearchReport(Arena arena, Found found, String seen) {
        this.arena = arena;
        this.found = found;
        this.seen = seen;
    }

    /**
     * The confirmed causes in their order. The first, and all that show in the experiment, are errors; what mends it as
     * well although nothing shows it is told as another way, since it may only make up for the cause.
     */
    List<Finding> confirmed() {
        List<Finding> findings = new ArrayList<>();
        Set<Object> told = new LinkedHashSet<>();
        for (Confirmed confirmed : ordered()) {
            for (Trial part : confirmed.parts()) {
                if (!told.add(part.candidate().cause())) {
                    continue;
                }
                String proof = FindingText.proof(confirmed.test()) + alternatives(confirmed);
                boolean leads =
                        findings.isEmpty() || part.shows() || confirmed.parts().size() > 1;
                boolean little = part.candidate().cause().compensates()
                        && !arena.isLarge(found.before().badness(), confirmed.badness());
                Finding symptom = symptom(part);
                // a fact stands on what was seen; the test tells what removing it does
                Finding finding = symptom.confirmed(
                        symptom.status() == Status.CONFIRMED ? symptom.confirmedBy() + "; " + proof : proof);
                findings.add(leads && !little ? finding : finding.withSeverity(Severity.WARNING));
            }
        }
        return findings;
    }

    private List<Confirmed> ordered() {
        List<Confirmed> ordered = new ArrayList<>();
        found.fix().ifPresent(ordered::add);
        found.confirmed().stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
        return ordered;
    }

    private String alternatives(Confirmed confirmed) {
        String others = found.confirmed().stream()
                .filter(c -> !c.edit().equals(confirmed.edit()))
                .filter(c -> arena.level(c.afters().get(0), confirmed.afters().get(0)))
                .map(c -> "`" + c.edit().name() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "; equally good: " + others;
    }

    /** What the experiment shows of the cause; where it shows nothing, what the training did. */
    private Finding symptom(Trial trial) {
        return trial.candidate().symptoms().stream()
                .findFirst()
                .orElseGet(() -> Finding.suspected(
                        trial.candidate().cause().rule(),
                        "training",
                        seen,
                        trial.edit().expectation(),
                        trial.edit().title()));
    }

    /** What shows and was not confirmed: still suspected, or ruled out by its test. */
    List<Finding> unsettled() {
        Set<Object> settled = found.confirmed().stream()
                .flatMap(c -> c.parts().stream())
                .map(t -> (Object) t.candidate().cause())
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (Candidate candidate : found.candidates()) {
            if (candidate.shows() && !settled.contains(candidate.cause())) {
                findings.addAll(unsettled(candidate));
            }
        }
        return findings;
    }

    private List<Finding> unsettled(Candidate candidate) {
        Optional<Trial> best = found.trials().stream()
                .filter(t -> t.candidate().equals(candidate) && t.attempt().effort() >= 1)
                .min(Comparator.comparingDouble(t -> t.attempt().badness()));
        if (best.isEmpty() || arena.helps(arena.before(1), best.get().attempt())) {
            return candidate.symptoms();
        }
        String by = FindingText.proof(test(best.get(), Verdict.NO_CHANGE));
        return candidate.symptoms().stream()
                .map(f -> f.status() == Status.CONFIRMED ? f : f.ruledOut(by))
                .toList();
    }

    private TestedIntervention test(Trial trial, Verdict verdict) {
        Attempt before = arena.before(trial.attempt().effort());
        String on = trial.attempt().effort() >= 1
                ? arena.name()
                : Math.round(100 * trial.attempt().effort()) + " % of " + arena.name();
        return new TestedIntervention(
                trial.edit(), on, arena.measured(List.of(before)), arena.measured(List.of(trial.attempt())), verdict);
    }

    /** Every edit once: what was confirmed first, then what was tried, then what was not. */
    List<TestedIntervention> tested() {
        Map<Intervention, TestedIntervention> tested = new LinkedHashMap<>();
        ordered().forEach(c -> tested.putIfAbsent(c.edit(), c.test()));
        for (Trial trial : found.trials()) {
            Attempt was = arena.before(trial.attempt().effort());
            tested.putIfAbsent(trial.edit(), test(trial, Seeds.verdict(arena, was, trial.attempt())));
        }
        Measured before = arena.measured(List.of(arena.before(1)));
        Measured nothing = new Measured(before.quantity(), Double.NaN, Double.NaN, Double.NaN, 0, new float[0]);
        for (Trial trial : found.untried()) {
            tested.putIfAbsent(
                    trial.edit(),
                    new TestedIntervention(trial.edit(), arena.name(), before, nothing, Verdict.NOT_TRIED));
        }
        return List.copyOf(tested.values());
    }
}
