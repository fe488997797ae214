package dev.plumbline.guide;

import dev.plumbline.finding.Stage;

/** Where to go next, and why. */
public record Step(Stage stage, String why) {}
