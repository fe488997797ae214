/**
 * Charts as inline SVG. They take their colours from the page's style sheet by class, so they follow light and dark.
 */
@NullMarked
package dev.plumbline.report.chart;

import org.jspecify.annotations.NullMarked;
