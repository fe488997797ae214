/** Tuning an experiment: what to tune, the trials, how far to believe the best of them, and the report. */
@NullMarked
package dev.plumbline.cli.tune;

import org.jspecify.annotations.NullMarked;
