/** Studies on disk: an append-only journal that survives any kill, and what other programs wrote. */
@NullMarked
package dev.plumbline.tune.journal;

import org.jspecify.annotations.NullMarked;
