/** When to stop a trial early. */
@NullMarked
package dev.plumbline.tune.pruner;

import org.jspecify.annotations.NullMarked;
