/** The layer types a person writes in the experiment file: one class each, and their registry. */
@NullMarked
package dev.plumbline.network.layer;

import org.jspecify.annotations.NullMarked;
