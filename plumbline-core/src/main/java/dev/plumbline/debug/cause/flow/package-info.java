/**
 * Causes in what flows through a network: gradients that shrink, grow or end, units that died, inputs that are lost.
 */
@NullMarked
package dev.plumbline.debug.cause.flow;

import org.jspecify.annotations.NullMarked;
