/** Whole networks by name: one class each, and their registry. */
@NullMarked
package dev.plumbline.network.architecture;

import org.jspecify.annotations.NullMarked;
