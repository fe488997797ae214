/** The study as one HTML page that works offline. */
@NullMarked
package dev.plumbline.cli.tune.page;

import org.jspecify.annotations.NullMarked;
