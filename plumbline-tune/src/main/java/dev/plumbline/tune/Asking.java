package dev.plumbline.tune;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.pruner.Pruner;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import dev.plumbline.tune.storage.StudyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How the next trial comes about. One at a time, since each is chosen in the light of those that run. */
final class Asking {
    private final Ledger ledger;
    private final Sampler sampler;
    private final Pruner pruner;
    private final long seed;
    private final boolean declared;

    Asking(Ledger ledger, Sampler sampler, Pruner pruner, long seed, boolean declared) {
        this.ledger = ledger;
        this.sampler = sampler;
        this.pruner = pruner;
        this.seed = seed;
        this.declared = declared;
    }

    /** The next trial, or null where the sampler has nothing left. */
    synchronized @Nullable TrialSession next() {
        Begun begun = begin();
        if (begun == null) {
            return null;
        }
        // each trial has a stream of its own, so that a study that is opened again goes on with new numbers
        SplittableRandom own = new SplittableRandom(seed + begun.number()).split();
        if (begun.resumed()) {
            return new TrialSession(begun.number(), ledger, this, pruner, Map.of(), begun.parameters(), own);
        }
        Space space = ledger.read(declared ? StudyState::space : StudyState::observedSpace);
        Map<String, Object> proposals = new LinkedHashMap<>(sampler.suggest(historyFor(begun.number()), space, own));
        proposals.putAll(begun.parameters());
        Map<String, Object> chosen = declared ? choose(begun.number(), space, proposals, own) : Map.of();
        return new TrialSession(begun.number(), ledger, this, pruner, proposals, chosen, own);
    }

    /** The paused trial that is farthest, and best of those there, to be run to its end; null where none is paused. */
    synchronized @Nullable TrialSession farthest() {
        List<TrialRecord> resumed = new ArrayList<>();
        ledger.write(state -> {
            History history = state.history();
            history.running().stream()
                    .filter(trial -> trial.state() == TrialState.PAUSED)
                    .min(Comparator.comparingInt(Asking::stepsLeft)
                            .thenComparing(trial ->
                                    history.direction().loss(trial.lastReport().orElse(Double.NaN))))
                    .ifPresent(resumed::add);
            return resumed.isEmpty()
                    ? List.of()
                    : List.of(new StudyEvent.TrialResumed(resumed.get(0).number(), Ledger.now()));
        });
        if (resumed.isEmpty()) {
            return null;
        }
        TrialRecord trial = resumed.get(0);
        SplittableRandom own = new SplittableRandom(seed + trial.number()).split();
        return new TrialSession(trial.number(), ledger, this, Pruner.none(), Map.of(), trial.parameters(), own);
    }

    /** Fewer the more it has reported. */
    private static int stepsLeft(TrialRecord trial) {
        return trial.intermediate().isEmpty() ? 0 : -trial.intermediate().lastKey();
    }

    /** A trial that has begun; the parameters are those asked for, or those of a resumed trial. */
    private record Begun(int number, boolean resumed, Map<String, Object> parameters) {}

    private @Nullable Begun begin() {
        List<Begun> begun = new ArrayList<>();
        ledger.write(state -> {
            OpenTrial waiting = state.nextWaiting();
            if (waiting != null) {
                begun.add(new Begun(waiting.number, false, waiting.asked));
                return List.of(new StudyEvent.TrialStarted(waiting.number, Ledger.now()));
            }
            History history = state.history();
            Optional<TrialRecord> promoted = pruner.promotable(history);
            if (promoted.isPresent()) {
                begun.add(
                        new Begun(promoted.get().number(), true, promoted.get().parameters()));
                return List.of(new StudyEvent.TrialResumed(promoted.get().number(), Ledger.now()));
            }
            if (sampler.isExhausted(history, state.space())) {
                return List.of();
            }
            begun.add(new Begun(state.trialCount(), false, Map.of()));
            return List.of(new StudyEvent.TrialStarted(state.trialCount(), Ledger.now()));
        });
        return begun.isEmpty() ? null : begun.get(0);
    }

    private Map<String, Object> choose(
            int number, Space space, Map<String, Object> proposals, SplittableRandom random) {
        Map<String, Object> chosen = space.configuration(parameter -> {
            Object proposal = proposals.get(parameter.name());
            return proposal != null && parameter.domain().contains(proposal)
                    ? parameter.domain().canonical(proposal)
                    : alone(number, parameter.name(), parameter.domain(), random);
        });
        ledger.write(state -> List.of(new StudyEvent.ParametersChosen(number, chosen)));
        return chosen;
    }

    /** A value for a single parameter that nobody has proposed one for. */
    synchronized Object alone(int number, String name, Domain domain, SplittableRandom random) {
        Space space = Space.of(List.of(new Parameter(name, domain, null)));
        Map<String, Object> values = sampler.suggest(historyFor(number), space, random);
        return Objects.requireNonNull(values.get(name), name);
    }

    private History historyFor(int number) {
        History all = ledger.read(StudyState::history);
        List<TrialRecord> others =
                all.running().stream().filter(trial -> trial.number() != number).toList();
        return new History(all.directions(), all.finished(), others);
    }
}
