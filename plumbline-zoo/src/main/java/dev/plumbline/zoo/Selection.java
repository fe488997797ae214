package dev.plumbline.zoo;

import dev.plumbline.zoo.fault.Fault;
import dev.plumbline.zoo.score.ScoreBook;
import dev.plumbline.zoo.score.Scores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which cases are asked for, and which of them count. */
final class Selection {
    /** Cases of one kind: so many that every kind weighs alike, as far as it has them. */
    private static final int MOST_OF_A_KIND = 6;

    private static final int MOST_HEALTHY = 80;

    private final Options options;

    Selection(Options options) {
        this.options = options;
    }

    /**
     * Cases of the kinds and bases asked for, in an order that no name decides; with {@code --more} only those of the
     * half for building, so that the few of each kind are all of that half.
     */
    List<ZooCase> candidates(Collection<ZooCase> all) {
        List<String> kinds = options.words("kinds");
        List<String> bases = options.words("bases");
        return all.stream()
                .filter(one -> !options.has("more") || !one.isFinal())
                .filter(one -> kinds.isEmpty() || kinds.contains(one.kind()))
                .filter(one -> bases.isEmpty() || bases.contains(one.base().name()))
                .sorted(Comparator.comparingInt(ZooCase::hash).thenComparing(ZooCase::id))
                .toList();
    }

    /** Those of the half asked for that are known to hurt, or to be healthy; a few of each kind. */
    List<ZooCase> measured(Collection<ZooCase> all, ScoreBook scores) {
        String half = options.text("half", "all");
        Map<String, Integer> taken = new HashMap<>();
        List<ZooCase> chosen = new ArrayList<>();
        for (ZooCase one : candidates(all)) {
            if (counts(one, scores) && taken.merge(one.kind(), 1, Integer::sum) <= most(one)) {
                chosen.add(one);
            }
        }
        return chosen.stream()
                .filter(one -> half.equals("all") || one.isFinal() == half.equals("final"))
                .limit(options.integer("limit", Integer.MAX_VALUE))
                .toList();
    }

    /** How many of its kind are measured. */
    static int most(ZooCase one) {
        return one.fault() == null ? MOST_HEALTHY : MOST_OF_A_KIND;
    }

    /** Whether a case is known to hurt, or to be healthy. */
    static boolean counts(ZooCase one, ScoreBook scores) {
        Optional<Scores> own = scores.of(one.id());
        Optional<Scores> twin = scores.healthyTwin(one.id());
        Fault fault = one.fault();
        if (fault != null && fault.hurts() == Fault.Hurts.BY_DEFINITION) {
            return twin.isPresent() && one.folder().isPresent();
        }
        if (own.isEmpty() || twin.isEmpty()) {
            return false;
        }
        return fault == null ? own.get().isAsGoodAs(twin.get()) : own.get().isWorseThan(twin.get());
    }
}
