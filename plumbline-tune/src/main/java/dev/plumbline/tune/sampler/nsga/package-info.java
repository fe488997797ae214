/** Several objectives at once. */
@NullMarked
package dev.plumbline.tune.sampler.nsga;

import org.jspecify.annotations.NullMarked;
