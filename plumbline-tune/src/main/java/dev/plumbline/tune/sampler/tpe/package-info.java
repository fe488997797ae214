/** The tree-structured Parzen estimator. */
@NullMarked
package dev.plumbline.tune.sampler.tpe;

import org.jspecify.annotations.NullMarked;
