package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.*;
import java.util.*;

public final class TpeSampler implements Sampler {
    final TpeSettings s;
    final Observations observations = new Observations();
    public Sampler startup = new RandomSampler();

    public TpeSampler() {
        this(TpeSettings.defaults());
    }

    public TpeSampler(TpeSettings s) {
        this.s = s;
    }

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        observations.update(history);
        int n = observations.count();
        if (n < s.startup()) return startup.suggest(history, space, random);
        // groups by presence
        Map<String, Object> chosen = new LinkedHashMap<>();
        Map<Integer, List<Parameter>> groups = new LinkedHashMap<>();
        for (Parameter p : space.parameters()) {
            double[] c = observations.column(p);
            int h = 0;
            for (int i = 0; i < n; i++) h = 31 * h + (Double.isNaN(c[i]) ? 1 : 0);
            groups.computeIfAbsent(h, k -> new ArrayList<>()).add(p);
        }
        Map<String, Object> values = new HashMap<>();
        for (List<Parameter> group : groups.values()) sample(group, n, random, values);
        return space.configuration(p -> values.get(p.name()));
    }

    void sample(List<Parameter> group, int n, SplittableRandom random, Map<String, Object> values) {
        int D = group.size();
        double[][] cols = new double[D][];
        for (int d = 0; d < D; d++) cols[d] = observations.column(group.get(d));
        int[] present = new int[n];
        int m = 0;
        for (int place = 0; place < n; place++) {
            int i = observations.ranked(place);
            boolean all = true;
            for (int d = 0; d < D; d++) all &= !Double.isNaN(cols[d][i]);
            if (all) present[m++] = i;
        }
        int good = m == 0
                ? 0
                : Math.max(1, Math.min(s.gammaMax(), (int)
                        Math.ceil(s.gammaLinear() * m + s.gammaSqrt() * Math.sqrt(m))));
        good = Math.min(good, m);
        double[][] g = new double[D][good], b = new double[D][m - good];
        double[] gw = new double[good], bw = new double[m - good];
        for (int d = 0; d < D; d++) {
            for (int k = 0; k < good; k++) g[d][k] = cols[d][present[k]];
            for (int k = good; k < m; k++) b[d][k - good] = cols[d][present[k]];
        }
        for (int k = 0; k < good; k++) gw[k] = 1 - s.goodWeightDecay() * k / good;
        Arrays.fill(bw, 1);
        ParzenEstimator l = build(group, g, gw, D, 1, null), h = build(group, b, bw, D, 1, null);
        ParzenEstimator[] ls = new ParzenEstimator[D], hs = new ParzenEstimator[D];
        if (s.univariateShare() > 0)
            for (int d = 0; d < D; d++) {
                ls[d] = build(group.subList(d, d + 1), new double[][] {g[d]}, gw, 1, 1, null);
                hs[d] = build(group.subList(d, d + 1), new double[][] {b[d]}, bw, 1, 1, null);
            }
        double best = Double.NEGATIVE_INFINITY;
        double[] bestX = new double[D], x = new double[D], one = new double[1];
        for (int c = 0; c < s.candidates(); c++) {
            l.draw(x, random.nextDouble() < s.mixed(), random);
            double score =
                    s.univariateShare() < 1 ? (1 - s.univariateShare()) * (l.logDensity(x) - h.logDensity(x)) : 0;
            if (s.univariateShare() > 0)
                for (int d = 0; d < D; d++) {
                    one[0] = x[d];
                    score += s.univariateShare() * (ls[d].logDensity(one) - hs[d].logDensity(one));
                }
            if (score > best) {
                best = score;
                System.arraycopy(x, 0, bestX, 0, D);
            }
        }
        for (int d = 0; d < D; d++)
            values.put(group.get(d).name(), group.get(d).domain().fromUnit(bestX[d]));
    }

    ParzenEstimator build(List<Parameter> group, double[][] c, double[] w, int D, double factor, Object o) {
        Kernel[] kernels = new Kernel[group.size()];
        int n = w.length;
        for (int d = 0; d < kernels.length; d++) {
            Domain domain = group.get(d).domain();
            double sigma = s.sigma()
                    * Math.pow(Math.max(1, n), -1.0 / (D + 4))
                    * Math.pow(10.0 / Math.max(10, observations.count()), s.badSigma());
            if (s.scott() > 0 && n > 1) {
                double mean = 0, var = 0;
                for (double v : c[d]) mean += v / n;
                for (double v : c[d]) var += (v - mean) * (v - mean) / n;
                sigma = Math.min(sigma, s.scott() * Math.sqrt(var) * Math.pow(n, -1.0 / (D + 4)));
            }
            sigma = Math.max(s.minSigma(), sigma * factor);
            long k = domain.cardinality();
            if (domain instanceof CategoricalDomain)
                kernels[d] = TableKernel.unordered((int) k, s.catSpread() * k / (s.catSpread() * k + n + 1));
            else if (k <= 64) kernels[d] = TableKernel.ordered((int) k, Math.max(sigma, 0.3 / k));
            else kernels[d] = new ContinuousKernel(sigma);
        }
        return new ParzenEstimator(kernels, c, w, s.priorWeight());
    }
}
