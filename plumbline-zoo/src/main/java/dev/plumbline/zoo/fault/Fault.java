package dev.plumbline.zoo.fault;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A kind of fault.
 *
 * @param kind kebab-case, never changes: case ids hold it
 * @param accepted rules that name the true cause; the first is its own, the others are honest synonyms
 * @param hurts how it is known that a case hurts
 * @param repair who can repair it
 * @param strengths how it can be planted
 */
public record Fault(String kind, Set<String> accepted, Hurts hurts, Repair repair, List<Strength> strengths) {
    /** How it is known that a case hurts. */
    public enum Hurts {
        /** Its full trainings are worse than its base's. */
        MEASURED,
        /** It spoils what is measured, so that no score tells. */
        BY_DEFINITION
    }

    /** Who can repair it. */
    public enum Repair {
        /** An edit of the experiment. */
        EDIT,
        /** Only a person, who must get other data or make a file anew. */
        PERSON
    }

    /** One way to plant it. */
    public record Strength(String name, Plant plant) {}

    public Fault {
        accepted = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(accepted));
        strengths = List.copyOf(strengths);
    }

    /** A kind of the {@link Catalogue} with some ways to plant it. */
    static Fault of(String kind, Strength... strengths) {
        return Catalogue.standard().get(kind).with(List.of(strengths));
    }

    /** With more ways to plant it. */
    Fault with(List<Strength> more) {
        List<Strength> all = new ArrayList<>(strengths);
        all.addAll(more);
        return new Fault(kind, accepted, hurts, repair, all);
    }
}
