package dev.plumbline.guide;

import dev.plumbline.data.DataSource;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.search.Workers;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import java.util.List;

/**
 * What the stages work with.
 *
 * @param lab runs experiments
 * @param data reads them; shared with the lab, so that nothing is read twice
 * @param causes that may be tested
 * @param interventions that may be made
 * @param deadline of the whole walk
 * @param observer sees every run, and may end the walk
 * @param workers how many edited experiments run side by side
 */
public record Workbench(
        Lab lab,
        DataSource data,
        List<Cause> causes,
        Interventions interventions,
        Deadline deadline,
        Observer observer,
        Workers workers) {
    /** One run after the other. */
    public Workbench(
            Lab lab,
            DataSource data,
            List<Cause> causes,
            Interventions interventions,
            Deadline deadline,
            Observer observer) {
        this(lab, data, causes, interventions, deadline, observer, Workers.ONE);
    }
}
