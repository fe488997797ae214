package dev.plumbline.experiment;

import java.nio.file.Path;

/** Where a split other than train comes from. */
public sealed interface SplitPlan {
    /** A file or folder of its own. */
    record FromFile(Path path) implements SplitPlan {}

    /** Held out from train by the split seed, stratified by class where there are classes; 0 &lt; fraction &lt; 1. */
    record Fraction(double fraction) implements SplitPlan {}

    /** There is none. */
    record None() implements SplitPlan {}
}
