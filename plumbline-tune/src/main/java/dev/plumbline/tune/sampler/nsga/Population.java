package dev.plumbline.tune.sampler.nsga;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.List;

/** The best trials of a history, best first, kept up as it grows: a new trial comes in, and the last goes. */
final class Population {
    private final Space space;
    private final int size;
    private List<Member> members = List.of();
    private int seen;

    Population(Space space, int size) {
        this.space = space;
        this.size = size;
    }

    boolean continues(Space other, History history) {
        return space.equals(other) && seen <= history.finished().size();
    }

    void advance(History history) {
        List<Member> more = new ArrayList<>(members);
        for (; seen < history.finished().size(); seen++) {
            more.add(Member.of(history.finished().get(seen), history.directions()));
            if (more.size() > 2 * size) {
                more = new ArrayList<>(Ranking.ordered(more).subList(0, size));
            }
        }
        List<Member> ordered = Ranking.ordered(more);
        members = List.copyOf(ordered.subList(0, Math.min(size, ordered.size())));
    }

    List<Member> members() {
        return members;
    }
}
