/** Running an experiment and what came of it. Engines implement {@link dev.plumbline.lab.Lab}. */
@NullMarked
package dev.plumbline.lab;

import org.jspecify.annotations.NullMarked;
