/** The parts of the report in a terminal. */
@NullMarked
package dev.plumbline.report.text;

import org.jspecify.annotations.NullMarked;
