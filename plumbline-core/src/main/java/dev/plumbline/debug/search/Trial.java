package dev.plumbline.debug.search;

import dev.plumbline.intervention.Intervention;

/** One edit of a candidate and how it went, at the most effort that it was given. */
record Trial(Candidate candidate, Intervention edit, Attempt attempt) {
    Trial with(Attempt changed) {
        return new Trial(candidate, edit, changed);
    }

    boolean shows() {
        return candidate.shows();
    }
}
