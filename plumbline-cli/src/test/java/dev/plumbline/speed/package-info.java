/** Measures how fast imported networks train. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.speed;
