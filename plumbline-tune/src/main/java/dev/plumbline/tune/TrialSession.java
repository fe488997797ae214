package dev.plumbline.tune;

import dev.plumbline.tune.history.TrialRecord;
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

/** What a trial knows of its study. */
final class TrialSession {
    private final int number;
    private final Study study;
    private final Map<String, Object> proposals;
    private final SplittableRandom random;
    private final Map<String, Object> chosen;
    private List<Double> constraints = List.of();

    TrialSession(
            int number,
            Study study,
            Map<String, Object> proposals,
            Map<String, Object> chosen,
            SplittableRandom random) {
        this.number = number;
        this.study = study;
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
        Object value = chosen.get(name);
        if (value != null) {
            if (!domain.contains(value)) {
                throw new IllegalArgumentException("`" + name + "` of trial " + number + " is " + value
                        + " already, which is not of " + domain + "; use one domain for one name in a trial");
            }
            return domain.canonical(value);
        }
        Object proposal = proposals.get(name);
        value = proposal != null && domain.contains(proposal)
                ? domain.canonical(proposal)
                : study.suggestAlone(name, domain, random);
        choose(name, domain, value);
        return value;
    }

    private void choose(String name, Domain domain, Object value) {
        chosen.put(name, value);
        study.ledger().write(state -> {
            List<StudyEvent> events = new ArrayList<>();
            boolean known = state.space()
                    .parameter(name)
                    .filter(parameter -> parameter.domain().equals(domain))
                    .isPresent();
            if (!known) {
                events.add(new StudyEvent.ParameterDeclared(new Parameter(name, domain, null)));
            }
            events.add(new StudyEvent.ParametersChosen(number, Map.of(name, value)));
            return events;
        });
    }

    void report(int step, double value) {
        study.ledger().write(state -> {
            state.open(number);
            return List.of(new StudyEvent.ValueReported(number, step, value));
        });
    }

    boolean shouldPrune() {
        TrialRecord record = study.trial(number);
        return !record.intermediate().isEmpty() && study.pruner().judge(study.history(), record) != Verdict.CONTINUE;
    }

    void constraints(double... amounts) {
        constraints = DoubleStream.of(amounts).boxed().toList();
    }

    List<Double> constraints() {
        return constraints;
    }

    void note(String key, String text) {
        study.annotate(number, key, text);
    }
}
