/** The step debugger: what a command of its session does and says, without a terminal. */
@NullMarked
package dev.plumbline.cli.step;

import org.jspecify.annotations.NullMarked;
