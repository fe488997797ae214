/** Causes in how the network is trained: schedule, batches, epochs, the optimizer's settings. */
@NullMarked
package dev.plumbline.debug.cause.training;

import org.jspecify.annotations.NullMarked;
