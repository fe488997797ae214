/** Hyperparameter search: a study asks for configurations, is told how good they are, and asks for better ones. */
@NullMarked
package dev.plumbline.tune;

import org.jspecify.annotations.NullMarked;
