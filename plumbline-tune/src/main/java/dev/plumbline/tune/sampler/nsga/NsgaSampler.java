package dev.plumbline.tune.sampler.nsga;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.Space;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * NSGA-II: breeds from the trials that no other beats in every objective, and that lie far apart.
 *
 * <p>For two or three objectives and hundreds of trials. Works with one as well. Whatever breaks constraints less is
 * better; failed trials are worst. Configurations that were bred before are bred again, some times, before one is
 * repeated.
 *
 * <pre>{@code
 * Study study = Study.directions(Direction.MINIMIZE, Direction.MAXIMIZE)
 *         .sampler(new NsgaSampler())
 *         .open();
 * }</pre>
 *
 * <p>K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II, IEEE
 * Transactions on Evolutionary Computation 6 (2002).
 */
public final class NsgaSampler implements Sampler {
    private static final int USUAL = 30;
    private static final int TRIES = 20;

    private final int size;
    private @Nullable Population population;

    /** Breeds from the best 30. */
    public NsgaSampler() {
        this(USUAL);
    }

    /** @param size how many trials are bred from, and how many random ones come first; at least 2 */
    public NsgaSampler(int size) {
        if (size < 2) {
            throw new IllegalArgumentException("`size >= 2` must hold, but got size=" + size);
        }
        this.size = size;
    }

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        Population known = population;
        if (known == null || !known.continues(space, history)) {
            known = new Population(space, size);
            population = known;
        }
        known.advance(history);
        List<Member> members = known.members();
        if (members.size() < size) {
            return space.configuration(parameter -> parameter.domain().fromUnit(random.nextDouble()));
        }
        Variation variation = new Variation(space, random);
        Map<String, Object> child = Map.of();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            child = variation.child(parent(members, random), parent(members, random));
            Map<String, Object> bred = child;
            if (members.stream().noneMatch(member -> member.parameters().equals(bred))) {
                break;
            }
        }
        return child;
    }

    /** The better of two: the members are in order. */
    private static Member parent(List<Member> members, SplittableRandom random) {
        return members.get(Math.min(random.nextInt(members.size()), random.nextInt(members.size())));
    }
}
