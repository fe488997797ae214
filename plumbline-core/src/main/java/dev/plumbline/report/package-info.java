/** The diagnosis as a page, as JSON and as text. */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
