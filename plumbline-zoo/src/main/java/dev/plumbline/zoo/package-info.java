/** The fault zoo: healthy experiments, faults planted in them, and how well Plumbline finds these. */
@NullMarked
package dev.plumbline.zoo;

import org.jspecify.annotations.NullMarked;
