/** The sections of the report page, one a class. */
@NullMarked
package dev.plumbline.report.page;

import org.jspecify.annotations.NullMarked;
