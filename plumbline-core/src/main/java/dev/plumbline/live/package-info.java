/** Checks on a run while it goes on: what it shows so far is looked at again and again, and each fault is told once. */
@NullMarked
package dev.plumbline.live;

import org.jspecify.annotations.NullMarked;
