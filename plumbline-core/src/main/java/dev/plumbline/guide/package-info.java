/** The decision tree: which stage is next, and why; and the walk along it (L1). */
@NullMarked
package dev.plumbline.guide;

import org.jspecify.annotations.NullMarked;
