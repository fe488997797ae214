/**
 * The search for what keeps a network from learning: edits are tried cheaply, the promising ones longer, the best over
 * seeds.
 */
@NullMarked
package dev.plumbline.debug.search;

import org.jspecify.annotations.NullMarked;
