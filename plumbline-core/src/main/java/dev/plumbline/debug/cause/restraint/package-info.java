/** Causes that hold a network back: too little room, too much noise, constraints, statistics that are not its own. */
@NullMarked
package dev.plumbline.debug.cause.restraint;

import org.jspecify.annotations.NullMarked;
