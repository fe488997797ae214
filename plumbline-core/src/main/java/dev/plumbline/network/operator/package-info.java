/** The operators: one class for each shape rule, and the registry that names them all. */
@NullMarked
package dev.plumbline.network.operator;

import org.jspecify.annotations.NullMarked;
