package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.TrialRecord;

/** The trials of a study from the best to the worst. Grows trial by trial. */
sealed interface Ranking permits SingleRanking, ParetoRanking {
    /** Takes in the next trial; trials are counted from 0 in the order in which they come. */
    void add(TrialRecord trial);

    /** The trial at a place, 0 being the best. */
    int at(int place);
}
