/** The arrays an experiment learns from, split by split, and what can be read from them. */
@NullMarked
package dev.plumbline.data;

import org.jspecify.annotations.NullMarked;
