package dev.plumbline.tune;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.pruner.Pruner;
import dev.plumbline.tune.pruner.Verdict;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.storage.StudyEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** A running trial's side of its study. */
final class TrialSession {
    private final int number;
    private final Ledger ledger;
    private final Asking asking;
    private final Pruner pruner;
    private final Map<String, Object> proposals;
    private final Map<String, Object> chosen;
    private final SplittableRandom random;
    private Verdict verdict = Verdict.CONTINUE;
    private List<Double> constraints = List.of();

    TrialSession(
            int number,
            Ledger ledger,
            Asking asking,
            Pruner pruner,
            Map<String, Object> proposals,
            Map<String, Object> chosen,
            SplittableRandom random) {
        this.number = number;
        this.ledger = ledger;
        this.asking = asking;
        this.pruner = pruner;
        this.proposals = proposals;
        this.chosen = new LinkedHashMap<>(chosen);
        this.random = random;
    }

    int number() {
        return number;
    }

    Map<String, Object> parameters() {
        return Collections.unmodifiableMap(chosen);
    }

    Object suggest(String name, Domain domain) {
        Object present = chosen.get(name);
        if (present != null) {
            if (!domain.contains(present)) {
                throw new IllegalArgumentException("`" + name + "` of trial " + number + " is " + present
                        + " already, which is not of " + domain + "; use one domain for one name in a trial");
            }
            return domain.canonical(present);
        }
        Object proposal = proposals.get(name);
        Object value = proposal != null && domain.contains(proposal)
                ? domain.canonical(proposal)
                : asking.alone(number, name, domain, random);
        choose(name, domain, value);
        return value;
    }

    private void choose(String name, Domain domain, Object value) {
        ledger.write(state -> {
            state.running(number);
            List<StudyEvent> events = new ArrayList<>();
            Parameter known = state.space().parameter(name).orElse(null);
            if (known == null || !known.domain().equals(domain)) {
                events.add(new StudyEvent.ParameterDeclared(
                        new Parameter(name, domain, known == null ? null : known.condition())));
            }
            events.add(new StudyEvent.ParametersChosen(number, Map.of(name, value)));
            return events;
        });
        chosen.put(name, value);
    }

    void report(int step, double value) {
        ledger.write(state -> {
            state.running(number);
            return List.of(new StudyEvent.ValueReported(number, step, value));
        });
    }

    int lastStep() {
        TrialRecord record = ledger.read(state -> state.trial(number));
        return record.intermediate().isEmpty() ? 0 : record.intermediate().lastKey();
    }

    boolean shouldPrune() {
        History history = ledger.read(StudyState::history);
        TrialRecord record = ledger.read(state -> state.trial(number));
        verdict = record.intermediate().isEmpty() ? Verdict.CONTINUE : pruner.judge(history, record);
        return verdict != Verdict.CONTINUE;
    }

    /** What was last said about this trial. */
    Verdict verdict() {
        return verdict;
    }

    void constraints(double... amounts) {
        constraints = DoubleStream.of(amounts).boxed().toList();
    }

    List<Double> constraints() {
        return constraints;
    }

    void note(String key, String text) {
        ledger.write(state -> List.of(new StudyEvent.TrialAnnotated(number, key, text)));
    }
}
