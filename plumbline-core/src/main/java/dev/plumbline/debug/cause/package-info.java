/** What can keep a network from learning and can be tested by an edit: one class a cause, and their registry. */
@NullMarked
package dev.plumbline.debug.cause;

import org.jspecify.annotations.NullMarked;
