/** Plumbline finds out why a neural network does not learn, or not enough, and proves it. */
@NullMarked
package dev.plumbline;

import org.jspecify.annotations.NullMarked;
