/** Tests of the fault zoo. */
@NullMarked
package dev.plumbline.zoo;

import org.jspecify.annotations.NullMarked;
