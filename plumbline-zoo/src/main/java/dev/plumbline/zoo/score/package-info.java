/** What Plumbline said of a case, and what that is worth. */
@NullMarked
package dev.plumbline.zoo.score;

import org.jspecify.annotations.NullMarked;
