/** Evolution of a normal distribution. */
@NullMarked
package dev.plumbline.tune.sampler.cma;

import org.jspecify.annotations.NullMarked;
