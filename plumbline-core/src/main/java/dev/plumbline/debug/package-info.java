/** Implement and debug: get it to run, overfit one batch, test the causes (D1 to D5). */
@NullMarked
package dev.plumbline.debug;

import org.jspecify.annotations.NullMarked;
