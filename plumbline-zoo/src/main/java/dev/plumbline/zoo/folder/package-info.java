/** What a person would have in a folder: an experiment file, a model file, arrays. */
@NullMarked
package dev.plumbline.zoo.folder;

import org.jspecify.annotations.NullMarked;
