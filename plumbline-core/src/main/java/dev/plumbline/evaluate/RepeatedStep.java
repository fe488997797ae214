package dev.plumbline.evaluate;

import dev.plumbline.lab.Run;

/** The same step made twice, from the same experiment and so the same seeds. */
public record RepeatedStep(Run first, Run second) {}
