/**
 * Named edits of an experiment, by which causes are tested, models improved and networks tuned: always the same motion.
 */
@NullMarked
package dev.plumbline.intervention;

import org.jspecify.annotations.NullMarked;
