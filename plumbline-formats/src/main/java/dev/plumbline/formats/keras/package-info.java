/**
 * Model files that Keras wrote, read into a {@link dev.plumbline.network.Network}.
 * {@link dev.plumbline.formats.keras.KerasReader} is the way in. Nothing in a file is executed.
 */
@NullMarked
package dev.plumbline.formats.keras;

import org.jspecify.annotations.NullMarked;
