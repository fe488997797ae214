/** Tests of the fault zoo. */
@NullMarked
package dev.plumbline.zoo.score;

import org.jspecify.annotations.NullMarked;
