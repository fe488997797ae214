/** Keras models against what Keras itself computed. */
@NullMarked
package dev.plumbline.keras;

import org.jspecify.annotations.NullMarked;
