package dev.plumbline.zoo.fault;

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
        accepted = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(accepted));
        strengths = List.copyOf(strengths);
    }

    /** A kind that an edit repairs, and that is measured to hurt. */
    static Fault of(String kind, List<String> accepted, Strength... strengths) {
        return new Fault(
                kind, new java.util.LinkedHashSet<>(accepted), Hurts.MEASURED, Repair.EDIT, List.of(strengths));
    }

    /** The same, but only a person can repair it. */
    Fault repairedByPerson() {
        return new Fault(kind, accepted, hurts, Repair.PERSON, strengths);
    }

    /** The same, but it hurts by definition. */
    Fault hurtsByDefinition() {
        return new Fault(kind, accepted, Hurts.BY_DEFINITION, repair, strengths);
    }
}
