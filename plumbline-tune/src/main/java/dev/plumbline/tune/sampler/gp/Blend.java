package dev.plumbline.tune.sampler.gp;

/**
 * Half by {@link PowerTransform}, which keeps how far values lie apart, and half by {@link Quantiles}, which magnifies
 * what is best. On tables of really trained networks the mean regret after 50 trials is a tenth lower than by the power
 * alone.
 */
final class Blend implements OutputTransform {
    private final OutputTransform power = new PowerTransform();
    private final OutputTransform quantiles = new Quantiles();

    @Override
    public double[] of(double[] values) {
        double[] blend = power.of(values);
        double[] ranked = quantiles.of(values);
        for (int i = 0; i < blend.length; i++) {
            blend[i] += ranked[i];
        }
        return OutputTransform.standardized(blend);
    }
}
