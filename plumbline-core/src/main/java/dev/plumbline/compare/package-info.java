/** Compare to a known result: is the network learning anything at all (D6). */
@NullMarked
package dev.plumbline.compare;

import org.jspecify.annotations.NullMarked;
