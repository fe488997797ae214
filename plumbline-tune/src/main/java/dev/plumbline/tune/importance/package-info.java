/** Which parameters decided how good a trial was. */
@NullMarked
package dev.plumbline.tune.importance;

import org.jspecify.annotations.NullMarked;
