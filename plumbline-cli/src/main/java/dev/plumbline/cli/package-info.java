/** The {@code plumbline} command: wires the rooms together and speaks with people. */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
