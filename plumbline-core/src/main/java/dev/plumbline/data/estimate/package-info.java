/**
 * What simple models make of the data in well under a second: evidence for rules, and for edits that need a judgement.
 */
@NullMarked
package dev.plumbline.data.estimate;

import org.jspecify.annotations.NullMarked;
