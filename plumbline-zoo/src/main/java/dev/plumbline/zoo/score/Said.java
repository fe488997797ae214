package dev.plumbline.zoo.score;

/** One finding of a report, as far as it counts. */
public record Said(String rule, String severity, String status) {}
