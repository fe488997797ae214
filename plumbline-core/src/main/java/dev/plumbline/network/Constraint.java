package dev.plumbline.network;

import java.util.List;

/**
 * What a parameter is brought back to after every update.
 *
 * @param parameter its name
 * @param kind which set it must lie in
 * @param low smallest norm; {@link Kind#MIN_MAX_NORM} only
 * @param high largest norm
 * @param rate how far it is moved towards the norm, 1 for all the way
 * @param axes over which a norm is taken, in the parameter's own layout
 */
public record Constraint(String parameter, Kind kind, double low, double high, double rate, List<Integer> axes) {
    /** Which set. */
    public enum Kind {
        NON_NEGATIVE,
        UNIT_NORM,
        MAX_NORM,
        MIN_MAX_NORM
    }

    public Constraint {
        axes = List.copyOf(axes);
    }
}
