/** Evaluate: which part of the error is bias, variance, shift or an overfitted validation set (E1 to E3). */
@NullMarked
package dev.plumbline.evaluate;

import org.jspecify.annotations.NullMarked;
