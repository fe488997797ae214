package dev.plumbline.tune;

import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.OrdinalDomain;
import java.util.List;
import java.util.Map;

/**
 * One configuration to be tried. For one thread at a time.
 *
 * <p>In a study without a declared space an objective says what it needs as it goes ("define by run"), so that loops
 * and conditions of the program are those of the search:
 *
 * <pre>{@code
 * double rate = trial.suggestLogFloat("learning-rate", 1e-5, 1e-1);
 * int layers = trial.suggestInt("layers", 1, 3);
 * for (int i = 0; i < layers; i++) {
 *     int units = trial.suggestLogInt("units-" + i, 16, 512);
 * }
 * }</pre>
 *
 * In a study with a declared space the values are there from the beginning: {@link #getDouble}, {@link #getInt},
 * {@link #getString}.
 */
public final class Trial {
    private final TrialSession session;

    Trial(TrialSession session) {
        this.session = session;
    }

    /** Its number in the study, from 0. */
    public int number() {
        return session.number();
    }

    /** A real number from {@code low} to {@code high}. */
    public double suggestFloat(String name, double low, double high) {
        return (Double) suggest(name, FloatDomain.of(low, high));
    }

    /** A real number from {@code low} to {@code high} on a log scale; {@code low} above 0. */
    public double suggestLogFloat(String name, double low, double high) {
        return (Double) suggest(name, FloatDomain.log(low, high));
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int suggestInt(String name, int low, int high) {
        return Math.toIntExact((Long) suggest(name, IntDomain.of(low, high)));
    }

    /** A whole number from {@code low} to {@code high}, both included, on a log scale; {@code low} at least 1. */
    public int suggestLogInt(String name, int low, int high) {
        return Math.toIntExact((Long) suggest(name, IntDomain.log(low, high)));
    }

    /** One of the choices, which have no order: strings, booleans, numbers or enum constants. */
    @SafeVarargs
    public final <T> T suggestCategorical(String name, T... choices) {
        CategoricalDomain domain = CategoricalDomain.of(List.of(choices));
        return choices[domain.index(suggest(name, domain))];
    }

    /** One of the choices, of which neighbours are alike: strings, booleans, numbers or enum constants. */
    @SafeVarargs
    public final <T> T suggestOrdinal(String name, T... choices) {
        OrdinalDomain domain = OrdinalDomain.of(List.of(choices));
        return choices[domain.index(suggest(name, domain))];
    }

    /**
     * A value of any domain. Asked again for the same name, a trial gives the same value.
     *
     * @throws IllegalArgumentException where it has a value already, and that is not of this domain
     */
    public Object suggest(String name, Domain domain) {
        return session.suggest(name, domain);
    }

    /**
     * The value chosen for a parameter.
     *
     * @throws IllegalArgumentException where this trial has no such parameter
     */
    public Object get(String name) {
        Object value = parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException("a parameter `" + name + "` is expected, but trial " + number() + " has "
                    + parameters().keySet());
        }
        return value;
    }

    /** The value of a float or int parameter; see {@link #get}. */
    public double getDouble(String name) {
        return ((Number) get(name)).doubleValue();
    }

    /** The value of an int parameter; see {@link #get}. */
    public int getInt(String name) {
        return Math.toIntExact((Long) get(name));
    }

    /** The value of a parameter as text; see {@link #get}. */
    public String getString(String name) {
        return get(name).toString();
    }

    /** What has been chosen so far, in order. */
    public Map<String, Object> parameters() {
        return session.parameters();
    }

    /** Says how good this trial is after {@code step} (such as an epoch, from 1); a step reported again is replaced. */
    public void report(int step, double value) {
        session.report(step, value);
    }

    /**
     * The last step reported, or 0. Where the pruner pauses trials, one that was paused comes again with its number: an
     * objective then loads the checkpoint that it kept under that number, and goes on after this step.
     */
    public int lastStep() {
        return session.lastStep();
    }

    /**
     * Whether the study's pruner would stop (or pause) this trial, by what it has reported; false where it has reported
     * nothing. An objective then keeps its checkpoint where the pruner pauses trials, and throws {@link TrialPruned}.
     */
    public boolean shouldPrune() {
        return session.shouldPrune();
    }

    /** Says how far the trial is from breaking its constraints: a constraint is kept where its number is at most 0. */
    public void constraints(double... amounts) {
        session.constraints(amounts);
    }

    /** Writes a note on this trial. */
    public void note(String key, String text) {
        session.note(key, text);
    }

    TrialSession session() {
        return session;
    }
}
