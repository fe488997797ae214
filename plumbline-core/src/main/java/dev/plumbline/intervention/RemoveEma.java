package dev.plumbline.intervention;

import java.util.Set;

/** {@code without-ema}: what is scored are the weights themselves. */
public final class RemoveEma implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "without-ema",
                "Do not average the weights.",
                Set.of("average-lags"),
                "The weights that training ends with are what is scored and kept.",
                experiment -> experiment.withTraining(experiment.training().withEma(null)));
    }

    @Override
    public String word() {
        return "without-ema";
    }

    @Override
    public String usage() {
        return "without-ema";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
