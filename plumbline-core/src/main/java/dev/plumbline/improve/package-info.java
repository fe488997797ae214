/** Improve model and data: the remedies for the largest term, in the lecture's order (I1 to I6). */
@NullMarked
package dev.plumbline.improve;

import org.jspecify.annotations.NullMarked;
