/** What was found: rules, checks that look for them, and findings with the evidence they rest on. */
@NullMarked
package dev.plumbline.finding;

import org.jspecify.annotations.NullMarked;
