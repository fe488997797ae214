package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Penalty;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Penalties on weights or activations (Keras's regularizers) outweigh the loss. */
final class PenaltyTooStrong implements Cause {
    private static final Rule RULE = new Rule(
            "penalty-too-strong",
            Stage.OVERFIT,
            "A penalty on weights or activations is too strong",
            "D5: error plateaus -> too much regularization; usual values 1e-5 to 1e-2 (Google's tuning playbook)");
    private static final double STRONG = 0.01;
    /** A mean of cosines is 1 at most. */
    private static final double STRONG_FOR_ANGLES = 1;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES, Trend.GOES_UP);
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Penalty> strong = setup.network().penalties().stream()
                .filter(PenaltyTooStrong::isStrong)
                .toList();
        return strong.isEmpty()
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        strong.stream().map(p -> p.value()).collect(Collectors.joining(", ")),
                        strong.stream().map(PenaltyTooStrong::shown).distinct().collect(Collectors.joining("; ")),
                        "The pull to 0 outweighs the loss; the network is kept near saying nothing.",
                        "Train without penalties until the network learns, then add a little."));
    }

    private static boolean isStrong(Penalty penalty) {
        return penalty instanceof Penalty.Size size
                ? Math.max(size.l1(), size.l2()) > STRONG
                : ((Penalty.Orthogonality) penalty).factor() > STRONG_FOR_ANGLES;
    }

    private static String shown(Penalty penalty) {
        return penalty instanceof Penalty.Size size
                ? "l1 " + size.l1() + ", l2 " + size.l2() + ", usual up to " + STRONG
                : "orthogonality " + ((Penalty.Orthogonality) penalty).factor() + ", usual up to " + STRONG_FOR_ANGLES;
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.network().penalties().isEmpty() ? List.of() : List.of("without-penalties");
    }
}
