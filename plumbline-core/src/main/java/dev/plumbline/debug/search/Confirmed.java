package dev.plumbline.debug.search;

import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import java.util.List;

/**
 * Edits that were repeated with other seeds and mended it.
 *
 * @param parts the trials whose edits were made together; one, unless it takes several
 * @param edit all of them as one
 * @param test before and after
 * @param afters with the edit, one a seed
 */
record Confirmed(List<Trial> parts, Intervention edit, TestedIntervention test, List<Attempt> afters) {
    double badness() {
        return afters.stream().mapToDouble(Attempt::badness).average().orElse(Double.POSITIVE_INFINITY);
    }

    Candidate.Sign sign() {
        return parts.get(0).candidate().sign();
    }
}
