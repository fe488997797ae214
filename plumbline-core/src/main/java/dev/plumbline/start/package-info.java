/** Start simple: read the data, choose a first network and its settings, say why (S1 to S5). */
@NullMarked
package dev.plumbline.start;

import org.jspecify.annotations.NullMarked;
