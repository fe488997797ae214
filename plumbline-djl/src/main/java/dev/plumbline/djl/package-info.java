/** Live checks for programs that train with DJL. */
@NullMarked
package dev.plumbline.djl;

import org.jspecify.annotations.NullMarked;
