package dev.plumbline.tune.sampler.gp;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.Space;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Bayesian optimization: believes in a Gaussian process, and tries what improves most on the best value by expectation.
 *
 * <p>The choice where trials are expensive, a few hundred at most. Handles every kind of domain, conditions,
 * constraints, failed and pruned trials, and trials under way. One objective.
 *
 * <pre>{@code
 * Study study = Study.minimize().sampler(new GpSampler()).open();
 * }</pre>
 *
 * <p>Matérn kernel of smoothness 5/2 with a length scale for each parameter, fitted to the greatest posterior density;
 * values transformed by a power (in discrete and in small spaces by their ranks as well) and inputs warped as in HEBO
 * (A. Cowen-Rivers and others, arXiv 2012.03826); the logarithm of the expected improvement (S. Ament and others, arXiv
 * 2310.20708). A trial under way counts with the value that is expected of it (D. Ginsbourger and others, Kriging Is
 * Well-Suited to Parallelize Optimization, 2010).
 */
public final class GpSampler implements Sampler {
    private @Nullable Model model;

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        if (history.directions().size() != 1) {
            throw new IllegalArgumentException("the Gaussian process needs one objective, but the study has "
                    + history.directions().size() + "; use NsgaSampler or leave the choice to the study");
        }
        SpaceCube cube = new SpaceCube(space, history);
        Evidence evidence = Evidence.of(history, cube);
        if (evidence.size() < InitialDesign.SIZE || evidence.isAllFailed()) {
            return cube.configuration(new InitialDesign(cube, evidence).next(random));
        }
        Model known = model;
        if (known == null || !known.continues(cube)) {
            known = new Model(cube);
            model = known;
        }
        return cube.configuration(known.next(cube, evidence, random));
    }
}
