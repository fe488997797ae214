/** The experiment: everything that decides a result, as immutable values, and the file that holds it. */
@NullMarked
package dev.plumbline.experiment;

import org.jspecify.annotations.NullMarked;
