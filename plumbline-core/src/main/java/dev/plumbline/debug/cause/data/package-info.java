/** Causes that lie in the data, in how they were prepared, and in the metric. */
@NullMarked
package dev.plumbline.debug.cause.data;

import org.jspecify.annotations.NullMarked;
