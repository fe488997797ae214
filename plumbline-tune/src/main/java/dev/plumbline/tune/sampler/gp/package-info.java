/** Bayesian optimization with a Gaussian process. */
@NullMarked
package dev.plumbline.tune.sampler.gp;

import org.jspecify.annotations.NullMarked;
