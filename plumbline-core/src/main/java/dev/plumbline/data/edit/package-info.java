/** Changes of the data: what each edit of a data plan does to the arrays, and how it sees what there is to change. */
@NullMarked
package dev.plumbline.data.edit;

import org.jspecify.annotations.NullMarked;
