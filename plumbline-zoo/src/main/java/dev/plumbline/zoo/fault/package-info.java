/** The faults, and harmless changes, that can be planted in an experiment. */
@NullMarked
package dev.plumbline.zoo.fault;

import org.jspecify.annotations.NullMarked;
