package dev.plumbline.debug.search;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.lab.Observer;
import java.util.List;

/** Where experiments are tried against each other: one batch, or full training. */
interface Arena {
    /** As a report names it: {@code one batch of 32}. */
    String name();

    /** Runs an experiment with a share of the whole effort; never fails, whatever the experiment is. */
    Attempt run(Experiment experiment, double effort);

    /** What the experiment that is to be mended had reached with a share of the effort; nothing is run. */
    Attempt before(double effort);

    /** Hears of trials. Must take calls of several threads. */
    Observer observer();

    /** The seconds that the whole effort takes, by the run of the experiment that is to be mended. */
    double seconds();

    /**
     * Whether edited runs show that the edit mends something: pairs are of the same seed.
     *
     * @param shown whether the experiment itself shows the cause; where it does not, the gain must be larger
     */
    boolean mends(List<Attempt> befores, List<Attempt> afters, boolean shown);

    /** Whether one pair is reason enough to repeat it with other seeds: the gain would matter if it is no accident. */
    boolean promises(Attempt before, Attempt after, boolean shown);

    /** Whether one attempt is clearly better, though what was wrong may still be there. */
    boolean helps(Attempt before, Attempt after);

    /** Whether two attempts are equally good as far as can be told. */
    boolean level(Attempt one, Attempt other);

    /** Whether there is so little left to gain that what nothing shows need not be tried. */
    boolean good(Attempt before);

    /**
     * Whether a gain is so large that even what makes up for anything, as longer training does, must have been amiss.
     */
    boolean isLarge(double before, double after);

    /** One side of a comparison, for the report. */
    Measured measured(List<Attempt> attempts);
}
