/** The sampler for those who do not want to choose one. */
@NullMarked
package dev.plumbline.tune.sampler.auto;

import org.jspecify.annotations.NullMarked;
