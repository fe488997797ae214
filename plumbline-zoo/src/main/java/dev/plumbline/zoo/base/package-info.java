/** The healthy experiments. */
@NullMarked
package dev.plumbline.zoo.base;

import org.jspecify.annotations.NullMarked;
