/** What may be tuned: domains of single parameters, and the space that they span. */
@NullMarked
package dev.plumbline.tune.space;

import org.jspecify.annotations.NullMarked;
