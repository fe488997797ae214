/** What to try next: the contract and the samplers that need no model. */
@NullMarked
package dev.plumbline.tune.sampler;

import org.jspecify.annotations.NullMarked;
