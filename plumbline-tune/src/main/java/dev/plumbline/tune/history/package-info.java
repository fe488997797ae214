/** What a study has tried so far. */
@NullMarked
package dev.plumbline.tune.history;

import org.jspecify.annotations.NullMarked;
