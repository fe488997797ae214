package dev.plumbline.tune.sampler.tpe;

import java.util.SplittableRandom;

/** Probabilities of few values: row by the value observed, column by the value asked for. */
final class TableKernel implements Kernel {
    private final int count;
    private final double[] logMass;
    private final double[] cumulated;

    private TableKernel(int count, double[] mass) {
        this.count = count;
        this.logMass = new double[count * count];
        this.cumulated = new double[count * count];
        for (int row = 0; row < count; row++) {
            double sum = 0;
            for (int column = 0; column < count; column++) {
                int at = row * count + column;
                sum += mass[at];
                cumulated[at] = sum;
                logMass[at] = Math.log(Math.max(mass[at], Double.MIN_NORMAL));
            }
        }
    }

    /**
     * For choices without order: all but {@code spread} of the mass stays on the value observed (Aitchison and Aitken,
     * Biometrika 63, 1976).
     */
    static TableKernel unordered(int count, double spread) {
        double[] mass = new double[count * count];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                mass[row * count + column] = (row == column ? 1 - spread : 0) + spread / count;
            }
        }
        return new TableKernel(count, mass);
    }

    /** For values in an order: the mass of the cut-off normal distribution in each cell. */
    static TableKernel ordered(int count, double deviation) {
        double[] mass = new double[count * count];
        for (int row = 0; row < count; row++) {
            double centre = (row + 0.5) / count;
            double inside = NormalDistribution.massInUnit(centre, deviation);
            double before = NormalDistribution.below(-centre / deviation);
            for (int column = 0; column < count; column++) {
                double upTo = NormalDistribution.below(((column + 1.0) / count - centre) / deviation);
                mass[row * count + column] = (upTo - before) / inside;
                before = upTo;
            }
        }
        return new TableKernel(count, mass);
    }

    private int cell(double unit) {
        return Math.max(0, Math.min(count - 1, (int) (unit * count)));
    }

    @Override
    public void addLogDensity(double x, double[] centres, double[] terms) {
        int column = cell(x);
        for (int k = 0; k < centres.length; k++) {
            terms[k] += logMass[cell(centres[k]) * count + column];
        }
    }

    @Override
    public double logNorm(double centre) {
        return 0;
    }

    @Override
    public double logPrior() {
        return -Math.log(count);
    }

    @Override
    public double draw(double centre, SplittableRandom random) {
        int row = cell(centre) * count;
        double at = random.nextDouble() * cumulated[row + count - 1];
        int column = 0;
        while (column < count - 1 && cumulated[row + column] <= at) {
            column++;
        }
        return (column + 0.5) / count;
    }

    @Override
    public double drawPrior(SplittableRandom random) {
        return (random.nextInt(count) + 0.5) / count;
    }
}
