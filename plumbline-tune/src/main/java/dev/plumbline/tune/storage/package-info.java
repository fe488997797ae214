/** What happens in a study, as events, and where they are kept. */
@NullMarked
package dev.plumbline.tune.storage;

import org.jspecify.annotations.NullMarked;
